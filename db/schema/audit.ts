import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from './columns.ts';

/**
 * Append-only: triggers refuse UPDATE and TRUNCATE for everybody, and DELETE of what no signed pruning names. No foreign keys: it
 * outlives what it tells of.
 */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment().notNull().default(sql`clock_timestamp()`),
    actorId: uuid(),
    actorName: text(),
    role: text(),
    organisationId: uuid(),
    /** `resource.event`. */
    action: text().notNull(),
    subjectType: text(),
    subjectId: text(),
    jobId: uuid(),
    oldHash: text(),
    newHash: text(),
    reason: text(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    correlationId: text(),
    ip: text(),
    userAgent: text(),
  },
  (table) => [
    // Each costs every import something. A period is looked up by the blocks it lies in, a text by what sealing made of it.
    index('audit_by_subject').on(table.subjectId, table.id),
    index('audit_by_actor').on(table.actorId, table.id),
    index('audit_by_action').on(table.action, table.id),
    index('audit_by_job').on(table.jobId, table.id).where(sql`job_id is not null`),
  ],
);

/** The first answer to a creating call, given again when the same key comes back. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actorId: uuid().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    status: integer().notNull(),
    response: jsonb().$type<unknown>().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.actorId, table.key] })],
);
