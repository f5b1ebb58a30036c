import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { type Difference, OPEN_VERIFICATIONS, VERIFICATION_STATUSES } from '#domain/audit-verification.ts';
import { bytes, moment } from './columns.ts';

const whole = () => bigint({ mode: 'number' });

/** Public keys the audit trail was ever sealed with, in the order they came; append-only. The last one is the one in use. */
export const auditKeys = pgTable('audit_keys', {
  number: integer().primaryKey(),
  /** The first 16 hexadecimal digits of the SHA-256 of the public key. */
  id: text().notNull().unique(),
  /** 32 bytes. */
  publicKey: bytes().notNull(),
  createdAt: moment().notNull(),
  /** The block the trail ended with, and its hash, when this key came. */
  headNumber: whole().notNull(),
  headHash: bytes().notNull(),
  /** The signature of the key before it; null for the first one, and for one that replaces a key that was lost. */
  endorsement: bytes(),
});

/**
 * Consecutive entries, sealed; append-only. What is hashed and signed is told by server/audit/seal/block-header.ts. `ids` and
 * `leaves` are what lets a verification say which entry is not the one that was sealed: they must add up to the root.
 */
export const auditBlocks = pgTable(
  'audit_blocks',
  {
    number: whole().primaryKey(),
    /** Every entry with an id above this one and up to `lastId` belongs to this block. */
    afterId: whole().notNull().unique(),
    lastId: whole().notNull().unique(),
    entries: integer().notNull(),
    firstAt: moment().notNull(),
    lastAt: moment().notNull(),
    sealedAt: moment().notNull(),
    /** Of which each entry's salt is derived, so that a masked export tells nothing of what it leaves out. */
    seed: bytes().notNull(),
    root: bytes().notNull(),
    previous: bytes().notNull(),
    hash: bytes().notNull(),
    keyId: text()
      .notNull()
      .references(() => auditKeys.id),
    signature: bytes().notNull(),
    ids: whole().array().notNull(),
    leaves: bytes().notNull(),
  },
  (table) => [
    index('audit_blocks_by_time').on(table.lastAt),
    check('audit_blocks_not_empty', sql`entries > 0 and last_id > after_id`),
    check('audit_blocks_complete', sql`cardinality(ids) = entries and octet_length(leaves) = 32 * entries`),
  ],
);

/** What was taken out of a block after its time: the database lets go of no other entry. Append-only, signed. */
export const auditPrunings = pgTable(
  'audit_prunings',
  {
    id: whole().primaryKey().generatedAlwaysAsIdentity(),
    block: whole()
      .notNull()
      .references(() => auditBlocks.number),
    ids: whole().array().notNull(),
    /** The kinds that went and how many years each was kept. */
    years: jsonb().$type<Record<string, number>>().notNull(),
    reason: text().notNull(),
    prunedAt: moment().notNull(),
    keyId: text()
      .notNull()
      .references(() => auditKeys.id),
    signature: bytes().notNull(),
  },
  (table) => [index('audit_prunings_by_block').on(table.block)],
);

/** One row: how sealing itself goes. */
export const auditSealing = pgTable(
  'audit_sealing',
  {
    single: boolean().primaryKey().default(true),
    /** Why nothing is sealed now; null when all is well. */
    problem: text(),
    since: moment().notNull().defaultNow(),
  },
  () => [check('audit_sealing_one_row', sql`single`)],
);

/** What can be looked for in sealed entries, each different text of a block once; made while sealing, never while writing. */
export const auditTexts = pgTable(
  'audit_texts',
  {
    id: whole().primaryKey().generatedAlwaysAsIdentity(),
    block: whole().notNull(),
    text: text().notNull(),
    ids: whole().array().notNull(),
  },
  (table) => [
    index('audit_texts_by_trigram').using('gin', table.text.op('gin_trgm_ops')),
    index('audit_texts_by_block').on(table.block),
  ],
);

/** The people sealed entries name. */
export const auditPeople = pgTable('audit_people', { actorId: uuid().notNull(), name: text().notNull() }, (table) => [
  primaryKey({ columns: [table.actorId, table.name] }),
]);

/** The actions sealed entries tell of. */
export const auditActions = pgTable('audit_actions', { action: text().primaryKey() });

export const auditVerificationStatus = pgEnum('audit_verification_status', VERIFICATION_STATUSES);

/** A verification of the audit trail: asked for by a person, done by a processor, block after block. */
export const auditVerifications = pgTable(
  'audit_verifications',
  {
    id: uuid().primaryKey(),
    requestedBy: uuid().notNull(),
    requestedName: text().notNull(),
    status: auditVerificationStatus().notNull().default('waiting'),
    /** The period, as it was asked for; null: from the beginning, to the end. */
    fromAt: moment(),
    untilAt: moment(),
    /** The blocks that makes, known when it has begun; `nextBlock` is where it is, or would go on. */
    firstBlock: whole(),
    lastBlock: whole(),
    nextBlock: whole(),
    entries: whole().notNull().default(0),
    differenceCount: integer().notNull().default(0),
    /** The first of them. */
    differences: jsonb().$type<Difference[]>().notNull().default([]),
    /** Hash of the last block that was looked at, in hexadecimal digits. */
    headHash: text(),
    problem: text(),
    createdAt: moment().notNull().defaultNow(),
    startedAt: moment(),
    heartbeatAt: moment(),
    finishedAt: moment(),
  },
  (table) => [
    uniqueIndex('audit_verifications_one_open')
      .on(sql`(true)`)
      .where(sql.raw(`status in (${OPEN_VERIFICATIONS.map((status) => `'${status}'`).join(', ')})`)),
    index('audit_verifications_by_time').on(table.createdAt),
  ],
);
