import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { RETENTION_ACTIONS, type RetentionCriteria } from '#domain/retention.ts';
import { moment } from './columns.ts';
import { schedules } from './jobs.ts';
import { organisations, users } from './people.ts';

export const retentionAction = pgEnum('retention_action', RETENTION_ACTIONS);

/** What an organisation keeps how long, and what happens to it then. */
export const retentionPolicies = pgTable(
  'retention_policies',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    action: retentionAction().notNull(),
    criteria: jsonb().$type<RetentionCriteria>().notNull(),
    /** Kept with every version it makes. */
    reason: text().notNull(),
    /** By which it starts; null when it starts by hand only. */
    scheduleId: uuid().references(() => schedules.id),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    changedAt: moment().notNull().defaultNow(),
    changedBy: uuid()
      .notNull()
      .references(() => users.id),
    /** The row stays, for the batches it started and the audit trail. */
    deletedAt: moment(),
  },
  (table) => [
    index().on(table.organisationId),
    check('retention_policies_version_positive', sql`version > 0`),
    check('retention_policies_texts', sql`name <> '' and reason <> ''`),
  ],
);
