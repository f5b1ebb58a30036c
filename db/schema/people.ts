import { sql } from 'drizzle-orm';
import { bigint, boolean, index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { ROLES } from '#domain/access.ts';
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
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
});

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
  (table) => [index().on(table.userId)],
);

export const verifications = pgTable('verifications', {
  id: uuid().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment().notNull(),
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
});

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
