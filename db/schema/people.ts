import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { ROLES, SIGN_IN_METHODS } from '#domain/access.ts';
import { CLASSIFICATIONS } from '#domain/definition.ts';
import { moment } from './columns.ts';

export const role = pgEnum('role', ROLES);
export const classification = pgEnum('classification', CLASSIFICATIONS);

export const organisations = pgTable('organisations', {
  id: uuid().primaryKey(),
  name: text().notNull().unique(),
  createdAt: moment().notNull().defaultNow(),
});

/** Users, sessions, accounts and verifications have the columns better-auth expects, plus role and organisation. */
export const users = pgTable('users', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  role: role().notNull().default('viewer'),
  organisationId: uuid()
    .notNull()
    .references(() => organisations.id),
  /** The highest classification this person may see. */
  clearance: classification().notNull().default('intern'),
  /** A second factor is asked for at signing in by password. */
  twoFactorEnabled: boolean().notNull().default(false),
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
});

/** How a session began; who comes by `oidc` has shown what else they have where they were signed in. */
export const signInMethod = pgEnum('sign_in_method', SIGN_IN_METHODS);

export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    token: text().notNull().unique(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    signedInBy: signInMethod().notNull().default('password'),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.userId)],
);

export const accounts = pgTable(
  'accounts',
  {
    id: uuid().primaryKey(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    password: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.userId), unique().on(table.providerId, table.accountId)],
);

export const verifications = pgTable('verifications', {
  id: uuid().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment().notNull(),
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
});

/** The second factor of a person, with the columns better-auth expects; secret and backup codes are encrypted with AUTH_SECRET. */
export const twoFactors = pgTable('two_factors', {
  id: uuid().primaryKey(),
  secret: text().notNull(),
  backupCodes: text().notNull(),
  userId: uuid()
    .notNull()
    .unique()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** False until the first code was right. */
  verified: boolean().notNull().default(false),
  failedVerificationCount: integer().notNull().default(0),
  lockedUntil: moment(),
  /** The hash of the code that was right last and when: no code is good for two sign-ins. */
  lastCode: text(),
  lastCodeAt: moment(),
});

/** Keys for programs, with the columns better-auth expects. A key that is revoked, or whose time is over, is no row any more. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: uuid().primaryKey(),
    configId: text().notNull().default('default'),
    name: text().notNull(),
    /** How the key begins, so that its owner recognises it. */
    start: text().notNull(),
    prefix: text().notNull(),
    /** The SHA-256 of the key. */
    key: text().notNull().unique(),
    /** Whose it is, and in whose name it works. */
    referenceId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** What it may do at most: `{resource: [verbs]}` as JSON text. */
    permissions: text().notNull(),
    expiresAt: moment().notNull(),
    lastRequest: moment(),
    enabled: boolean().notNull().default(true),
    rateLimitEnabled: boolean().notNull().default(true),
    rateLimitTimeWindow: integer(),
    rateLimitMax: integer(),
    requestCount: integer().notNull().default(0),
    remaining: integer(),
    refillInterval: integer(),
    refillAmount: integer(),
    lastRefillAt: moment(),
    metadata: text(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index().on(table.referenceId), check('api_keys_ends', sql`expires_at > created_at`)],
);

/** Failed sign-ins per address, whether or not the address exists: five within the window lock it for a while. */
export const signInFailures = pgTable(
  'sign_in_failures',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    email: text().notNull(),
    at: moment().notNull().default(sql`clock_timestamp()`),
  },
  (table) => [index().on(table.email, table.at)],
);
