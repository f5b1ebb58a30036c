import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { PARTNER_KINDS, POLICY_CHOICES, PROOF_KINDS } from '#domain/provenance.ts';
import { auditKeys } from './audit-seals.ts';
import { bytes, moment } from './columns.ts';
import { jobs } from './jobs.ts';
import { organisations, users } from './people.ts';

export const policyChoice = pgEnum('policy_choice', POLICY_CHOICES);
export const partnerKind = pgEnum('partner_kind', PARTNER_KINDS);
export const proofKind = pgEnum('proof_kind', PROOF_KINDS);

/** What an organisation does with archives it has no reason to trust; the highest version is in force, and there is one. */
export const provenanceSettings = pgTable(
  'provenance_settings',
  {
    organisationId: uuid()
      .primaryKey()
      .references(() => organisations.id),
    unsigned: policyChoice().notNull(),
    foreign: policyChoice().notNull(),
    changed: policyChoice().notNull(),
    broken: policyChoice().notNull(),
    version: integer().notNull(),
    changedAt: moment().notNull().defaultNow(),
    changedBy: uuid()
      .notNull()
      .references(() => users.id),
  },
  () => [check('provenance_settings_version_positive', sql`version > 0`)],
);

/** Keys of other systems an organisation trusts, or trusted. A row stays for ever: a key that was revoked never comes back. */
export const partnerKeys = pgTable(
  'partner_keys',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** The first 16 hexadecimal digits of the SHA-256 of the public key. */
    keyId: text().notNull(),
    /** 32 bytes. */
    publicKey: bytes().notNull(),
    name: text().notNull(),
    kind: partnerKind().notNull(),
    enrolledAt: moment().notNull().defaultNow(),
    enrolledBy: uuid()
      .notNull()
      .references(() => users.id),
    /** The job that enrolled or renewed it last, without a reference, which would keep that job from being steered; null: one at a time. */
    jobId: uuid(),
    validUntil: moment().notNull(),
    renewedAt: moment(),
    revokedAt: moment(),
    revokedBy: uuid().references(() => users.id),
    revokedReason: text(),
  },
  (table) => [
    unique('partner_keys_once').on(table.organisationId, table.publicKey),
    index('partner_keys_by_key').on(table.keyId),
    check('partner_keys_length', sql`octet_length(public_key) = 32`),
    check('partner_keys_revoked', sql`(revoked_at is null) = (revoked_reason is null)`),
  ],
);

/** What keys sign to show that whoever hands them in holds them. One is good for one batch, or for one key, and then no more. */
export const enrolmentChallenges = pgTable(
  'enrolment_challenges',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    /** 32 random bytes. */
    nonce: bytes().notNull().unique(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    usedByJob: uuid().references(() => jobs.id),
  },
  (table) => [index('enrolment_challenges_by_time').on(table.expiresAt)],
);

/** The keys a job enrols, as they were handed in; their items have what became of them. */
export const enrolmentRequests = pgTable(
  'enrolment_requests',
  {
    jobId: uuid()
      .notNull()
      .references(() => jobs.id),
    position: integer().notNull(),
    kind: text().notNull(),
    publicKey: text().notNull(),
    signature: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.position] })],
);

/** A Merkle tree over the proofs of one job, signed; append-only. What is hashed is told by server/seal/proof-file.ts. */
export const proofSeals = pgTable(
  'proof_seals',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    jobId: uuid()
      .notNull()
      .unique()
      .references(() => jobs.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    size: integer().notNull(),
    root: bytes().notNull(),
    sealedAt: moment().notNull(),
    keyId: text()
      .notNull()
      .references(() => auditKeys.id),
    signature: bytes().notNull(),
    /** The hashes of the leaves, in their order. */
    leaves: bytes().notNull(),
  },
  () => [check('proof_seals_complete', sql`size > 0 and octet_length(leaves) = 32 * size`)],
);

/** What was locked: that this content, or this file, was there at that moment. */
export const proofs = pgTable(
  'proofs',
  {
    /** Without a reference: a chunk that adds proofs would keep its job from being steered. */
    jobId: uuid().notNull(),
    position: integer().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    kind: proofKind().notNull(),
    /** SHA-256 of the content of a definition, or of the bytes of an archive. */
    hash: bytes().notNull(),
    /** The name of the file; null of a definition, whose term may have to go one day. */
    label: text(),
    /** The definition, or the file that a job produced. */
    subjectId: uuid().notNull(),
    version: integer(),
    lockedAt: moment().notNull(),
    /** Null until the job has made its tree. */
    seal: integer(),
    place: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.position] }),
    foreignKey({ columns: [table.seal], foreignColumns: [proofSeals.number] }),
    index('proofs_by_hash').on(table.organisationId, table.hash),
    uniqueIndex('proofs_once').on(table.organisationId, table.subjectId, table.hash),
    index('proofs_by_seal').on(table.seal, table.place),
    check('proofs_hash_length', sql`octet_length(hash) = 32`),
    check('proofs_sealed', sql`(seal is null) = (place is null)`),
  ],
);
