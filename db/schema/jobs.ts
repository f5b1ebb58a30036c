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
  real,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { DEFAULT_CONCURRENT, DEFAULT_PRIORITY, MAX_CONCURRENT, MIN_CONCURRENT } from '#domain/admission.ts';
import type { Finding } from '#domain/finding.ts';
import { ITEM_OUTCOMES } from '#domain/item-outcome.ts';
import { DEPENDENCY_POLICIES } from '#domain/job-dependencies.ts';
import { FINAL_STATUSES, JOB_STATUSES } from '#domain/job-status.ts';
import { NEEDS_APPROVAL, OPERATIONS } from '#domain/operation-names.ts';
import { DECISIONS, REASONS } from '#domain/plan.ts';
import { PHASES } from '#domain/progress.ts';
import type { Provenance } from '#domain/provenance.ts';
import { moment } from './columns.ts';
import { verdict } from './definitions.ts';
import { uploads } from './files.ts';
import { classification, organisations, users } from './people.ts';

export const operation = pgEnum('operation', OPERATIONS);
export const jobStatus = pgEnum('job_status', JOB_STATUSES);
export const jobPhase = pgEnum('job_phase', PHASES);
export const dependencyPolicy = pgEnum('dependency_policy', DEPENDENCY_POLICIES);
export const itemOutcome = pgEnum('item_outcome', ITEM_OUTCOMES);
export const planDecision = pgEnum('plan_decision', DECISIONS);
export const planReason = pgEnum('plan_reason', REASONS);

const count = () => integer().notNull().default(0);
const alwaysApproved = NEEDS_APPROVAL.map((name) => `'${name}'`).join(', ');
const finalStatuses = sql.raw(FINAL_STATUSES.map((status) => `'${status}'`).join(', '));

/** A batch that is started again and again, at the moments a cron expression names. */
export const schedules = pgTable(
  'schedules',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    /** Five fields, in the time of Europe/Amsterdam. */
    cron: text().notNull(),
    /** The batch it starts, as the API takes it. */
    batch: jsonb().$type<Record<string, unknown>>().notNull(),
    paused: boolean().notNull().default(false),
    nextAt: moment().notNull(),
    lastAt: moment(),
    lastBatchId: uuid(),
    /** Why the last start failed; null when it did not. */
    lastProblem: text(),
    createdAt: moment().notNull().defaultNow(),
    deletedAt: moment(),
  },
  (table) => [index().on(table.organisationId), index('schedules_due').on(table.nextAt).where(sql`not paused`)],
);

export const batches = pgTable(
  'batches',
  {
    id: uuid().primaryKey(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    /** How many of its jobs may be with processors at once. */
    maxConcurrent: smallint().notNull().default(DEFAULT_CONCURRENT),
    /** Null: at once. */
    scheduledFor: moment(),
    scheduleId: uuid().references(() => schedules.id),
    createdAt: moment().notNull().defaultNow(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
  },
  (table) => [
    index().on(table.organisationId, table.createdAt),
    index().on(table.createdBy, table.createdAt),
    index().on(table.scheduleId, table.createdAt),
    check('batches_max_concurrent', sql.raw(`max_concurrent between ${MIN_CONCURRENT} and ${MAX_CONCURRENT}`)),
  ],
);

export const jobs = pgTable(
  'jobs',
  {
    id: uuid().primaryKey(),
    batchId: uuid()
      .notNull()
      .references(() => batches.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    operation: operation().notNull(),
    name: text().notNull(),
    status: jobStatus().notNull().default('queued'),
    phase: jobPhase().notNull(),
    options: jsonb().$type<Record<string, unknown>>().notNull(),
    /** What was asked to be selected; the frozen set is in the items. */
    selection: jsonb().$type<Record<string, unknown>>(),
    uploadId: uuid().references(() => uploads.id),
    /** What it may see: the clearance of who started it, when they did. */
    clearance: classification().notNull().default('vertrouwelijk'),
    /** The highest of its items, and its clearance as long as they are not known: who may see less sees nothing of it. */
    classification: classification().notNull().default('vertrouwelijk'),
    retryOf: uuid(),
    /** Its items were taken over from the job it retries; else they are read from its upload, or chosen by its selection. */
    copiedItems: boolean().notNull().default(false),
    /** Its number within the batch, from 0. */
    place: smallint().notNull().default(0),
    /** Higher goes first. */
    priority: smallint().notNull().default(DEFAULT_PRIORITY),
    dependencyPolicy: dependencyPolicy().notNull().default('skip'),
    /** Whether a processor has it, or will get it from the queue; otherwise it waits for its turn. */
    admitted: boolean().notNull().default(false),
    waitingSince: moment().notNull().defaultNow(),
    /** False: what its selection means is settled when it starts. */
    frozen: boolean().notNull().default(true),
    /** Nobody confirms it alone: see approvals.ts. */
    needsApproval: boolean().notNull().default(false),
    /** Nobody takes it back alone. */
    undoNeedsApproval: boolean().notNull().default(false),
    /** The person who takes back what the ended job did. */
    undoneBy: uuid().references(() => users.id),
    /** When a job that paused itself is tried again, and how often it has paused without a commit in between. */
    probeAt: moment(),
    trips: smallint().notNull().default(0),
    /** The orders of work at which a new dependency level begins; null: there is one level. */
    levelStarts: integer().array(),
    correlationId: text(),
    total: count(),
    checked: count(),
    succeeded: count(),
    unchanged: count(),
    skipped: count(),
    failed: count(),
    cancelled: count(),
    rolledBack: count(),
    rollbackConflict: count(),
    seq: bigint({ mode: 'number' }).notNull().default(0),
    /** Who may commit for this job: queue job id and attempt. A processor with an older fence is a zombie. */
    fence: text(),
    attempt: count(),
    takeoversWithoutProgress: count(),
    /** How often in its life a processor was lost with it. */
    takeovers: count(),
    /** As far as any check of it came: further is progress. */
    furthestChecked: count(),
    currentItem: text(),
    plan: jsonb().$type<Record<string, number>>(),
    findings: jsonb().$type<Finding[]>().notNull().default([]),
    /** Of an import: who vouches for what it read, and what of that was changed since. */
    provenance: jsonb().$type<Provenance>(),
    problemCode: text(),
    problemParams: jsonb().$type<Record<string, string | number>>(),
    /** Milliseconds spent per phase, added up over attempts. */
    phaseMs: jsonb().$type<Record<string, number>>().notNull().default({}),
    phaseStartedAt: moment(),
    confirmBefore: moment(),
    createdAt: moment().notNull().defaultNow(),
    startedAt: moment(),
    updatedAt: moment().notNull().defaultNow(),
    finishedAt: moment(),
  },
  (table) => [
    index().on(table.batchId),
    index().on(table.organisationId, table.createdAt),
    index('jobs_retries').on(table.retryOf).where(sql`retry_of is not null`),
    index('jobs_probe').on(table.probeAt).where(sql`probe_at is not null`),
    index('jobs_active').on(table.status).where(sql`finished_at is null`),
    // For the reference of an approval to the job and who started it.
    index('jobs_by_upload').on(table.uploadId).where(sql`upload_id is not null`),
    unique('jobs_by_starter').on(table.id, table.createdBy),
    // As text: a value that a migration has just added to the type cannot be named in it.
    check('jobs_always_approved', sql.raw(`needs_approval or operation::text not in (${alwaysApproved})`)),
    check('jobs_finished_when_final', sql`(finished_at is not null) = (status in (${finalStatuses}))`),
    check(
      'jobs_counts',
      sql`succeeded + unchanged + skipped + failed + cancelled + rolled_back + rollback_conflict <= total`,
    ),
    check(
      'jobs_counts_positive',
      sql`least(succeeded, unchanged, skipped, failed, cancelled, rolled_back, rollback_conflict) >= 0`,
    ),
  ],
);

/** Which jobs go before a job; a row per arrow. */
export const jobDependencies = pgTable(
  'job_dependencies',
  {
    jobId: uuid()
      .notNull()
      .references(() => jobs.id),
    dependsOn: uuid()
      .notNull()
      .references(() => jobs.id),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.dependsOn] }),
    index().on(table.dependsOn),
    check('job_dependencies_other', sql`job_id <> depends_on`),
  ],
);

/** The restart checkpoint: consecutive items committed in one transaction. */
export const jobChunks = pgTable(
  'job_chunks',
  {
    jobId: uuid()
      .notNull()
      .references(() => jobs.id),
    number: integer().notNull(),
    /** First and last order of work in it, inclusive. */
    first: integer().notNull(),
    last: integer().notNull(),
    /** How many leading chunks must be done before this one may start. */
    after: integer().notNull(),
    done: boolean().notNull().default(false),
    undone: boolean().notNull().default(false),
    items: count(),
    attempts: count(),
    startedAt: moment(),
    finishedAt: moment(),
    /** What the attempt before the last one failed of; null when the first one worked. */
    errorCode: text(),
    /** What the operation keeps per chunk until the end, such as the entries of an archive segment. */
    output: jsonb().$type<unknown>(),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.number] }),
    index('job_chunks_open').on(table.jobId, table.number).where(sql`not done`),
    check('job_chunks_range', sql`first <= last`),
  ],
);

export const jobItems = pgTable(
  'job_items',
  {
    /**
     * A trigger looks once per statement that the job is there (and holds it there); a foreign key looks once per item, which is a
     * quarter of the time that freezing a selection takes. A job is never deleted, and the key of its chunks sees to that.
     */
    jobId: uuid().notNull(),
    position: integer().notNull(),
    /** Where in the order of work it comes; differs from the position when other items must go first. */
    workOrder: integer().notNull(),
    status: itemOutcome().notNull().default('pending'),
    decision: planDecision(),
    reason: planReason(),
    sourceFile: text(),
    sourceLine: integer(),
    term: text(),
    definitionId: uuid(),
    baseVersion: integer(),
    resultVersion: integer(),
    /** The item it is, in the job that this one retries. */
    retryPosition: integer(),
    verdict: verdict(),
    qualityScore: real(),
    /** What a check anew found otherwise: the score it replaced. Where a version changes, that version has it. */
    scoreBefore: real(),
    /** The means of the four categories, in their order. */
    categoryScores: real().array(),
    findings: jsonb().$type<Finding[]>().notNull().default([]),
    attempts: smallint().notNull().default(0),
    problemCode: text(),
    problemDetail: text(),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.position] }),
    index('job_items_retries').on(table.jobId, table.retryPosition).where(sql`retry_position is not null`),
    index('job_items_by_work_order').on(table.jobId, table.workOrder),
    // Not `where status = 'failed'`: an outcome that changes no indexed column is written beside the old row, in half the time.
    index('job_items_problems').on(table.jobId, table.problemCode).where(sql`problem_code is not null`),
    // Where a definition came from. New ids ascend, so that the items of an import go to its end: one hundredth of its time.
    index('job_items_by_definition').on(table.definitionId).where(sql`definition_id is not null`),
    check('job_items_failed_with_code', sql`status <> 'failed' or problem_code is not null`),
  ],
);

/** What an import staged for an item; apart from the item, so that an outcome is a small update. */
export const jobItemContents = pgTable(
  'job_item_contents',
  {
    jobId: uuid().notNull(),
    position: integer().notNull(),
    /** The row image to write; null when the item could not be read. */
    image: jsonb().$type<Record<string, unknown>>(),
    /** The source text of an item with errors, for the error file. */
    raw: text(),
    /** The fields as a person corrected them, over what came in. */
    correction: jsonb().$type<Record<string, unknown>>(),
    correctedBy: uuid().references(() => users.id),
    correctedAt: moment(),
    /** Counts corrections: who corrects says which state they saw. */
    revision: integer().notNull().default(0),
    /** The fields the file carries, as bits; null: not known. */
    given: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.position] }),
    index('job_item_contents_corrected').on(table.jobId).where(sql`correction is not null`),
  ],
);

/** From when on a rate limit allows more work; shared by all processors. */
export const rateLimits = pgTable('rate_limits', { key: text().primaryKey(), freeAt: moment().notNull() });
