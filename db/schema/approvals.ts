import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { APPROVAL_STATUSES, APPROVAL_SUBJECTS } from '#domain/approval.ts';
import type { ApprovalRules } from '#domain/approval-rules.ts';
import { moment } from './columns.ts';
import { jobs } from './jobs.ts';
import { organisations, users } from './people.ts';

export const approvalStatus = pgEnum('approval_status', APPROVAL_STATUSES);
export const approvalSubject = pgEnum('approval_subject', APPROVAL_SUBJECTS);

/**
 * Four eyes: what a job needs somebody else's yes for. A trigger lets no job with `needs_approval` past its plan without an approved
 * row here, and takes nothing back of one with `undo_needs_approval`; neither mark is ever taken off. Who started the job cannot be told otherwise than `jobs` has it, and neither that person nor who asked decides.
 */
export const approvals = pgTable(
  'approvals',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    jobId: uuid().notNull(),
    subject: approvalSubject().notNull().default('plan'),
    /** Who started the job. */
    startedBy: uuid().notNull(),
    requestedBy: uuid()
      .notNull()
      .references(() => users.id),
    requestedAt: moment().notNull().defaultNow(),
    reason: text().notNull(),
    /** Stands for the plan as it was when it was asked for; another one is not approved by this. */
    planDigest: text().notNull(),
    expiresAt: moment().notNull(),
    status: approvalStatus().notNull().default('requested'),
    decidedBy: uuid().references(() => users.id),
    decidedAt: moment(),
    decisionReason: text(),
  },
  (table) => [
    foreignKey({ columns: [table.jobId, table.startedBy], foreignColumns: [jobs.id, jobs.createdBy] }),
    index('approvals_by_organisation').on(table.organisationId, table.status, table.requestedAt),
    uniqueIndex('approvals_open').on(table.jobId).where(sql`status = 'requested'`),
    check('approvals_ended', sql`(status = 'requested') = (decided_at is null)`),
    check(
      'approvals_by_somebody_else',
      sql`status not in ('approved', 'refused') or (decided_by is not null and decided_by <> started_by and decided_by <> requested_by)`,
    ),
    check(
      'approvals_reasons',
      sql`reason <> '' and (status not in ('approved', 'refused') or coalesce(decision_reason, '') <> '')`,
    ),
  ],
);

/** What an organisation has wait for somebody else's yes beside what always does; the highest version is in force. */
export const approvalSettings = pgTable(
  'approval_settings',
  {
    organisationId: uuid()
      .primaryKey()
      .references(() => organisations.id),
    rules: jsonb().$type<ApprovalRules>().notNull(),
    version: integer().notNull(),
    changedAt: moment().notNull().defaultNow(),
    changedBy: uuid()
      .notNull()
      .references(() => users.id),
  },
  () => [check('approval_settings_version_positive', sql`version > 0`)],
);
