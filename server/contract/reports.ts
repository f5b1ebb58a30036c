import { z } from 'zod';
import { BATCH_STATUSES } from '#domain/batch-progress.ts';
import { EXPORT_FORMATS } from '#domain/export-formats.ts';
import { JOB_STATUSES } from '#domain/job-status.ts';
import { OPERATIONS } from '#domain/operation-names.ts';
import { DECISIONS } from '#domain/plan.ts';
import { PHASES } from '#domain/progress.ts';
import { REDACTION_KINDS } from '#domain/redaction/kinds.ts';
import { artifactSchema, jobSchema } from './jobs.ts';
import { provenanceSchema } from './provenance.ts';
import { qualitySchema } from './quality.ts';

/** How the items ended; they add up to `total`. */
const totalsSchema = z.object({
  total: z.number().int(),
  succeeded: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
  rolledBack: z.number().int(),
  rollbackConflict: z.number().int(),
  pending: z.number().int(),
});

/** What a finished job says about itself; the totals add up to `total`. Times in milliseconds. */
export const reportSchema = z.object({
  jobId: z.string(),
  batchId: z.string(),
  operation: z.enum(OPERATIONS),
  name: z.string(),
  status: z.enum(JOB_STATUSES),
  createdBy: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  totals: totalsSchema,
  decisions: z.partialRecord(z.enum(DECISIONS), z.number().int()),
  verdicts: z.object({ valid: z.number().int(), warnings: z.number().int(), invalid: z.number().int() }),
  /** Share of items that did not fail, 0 to 1, over the processed ones; null when nothing was processed. */
  successRate: z.number().nullable(),
  timings: z.object({
    totalMs: z.number().int(),
    perItemMs: z.number().nullable(),
    phases: z.array(z.object({ phase: z.enum(PHASES), ms: z.number().int() })),
  }),
  /** Items per second over the whole job. */
  throughput: z.number(),
  errors: z.array(
    z.object({
      code: z.string(),
      count: z.number().int(),
      examples: z.array(
        z.object({ position: z.number().int(), term: z.string().nullable(), file: z.string().nullable() }),
      ),
    }),
  ),
  /** Remarks on the job as a whole, such as that an export is not signed. */
  remarks: jobSchema.shape.findings,
  findings: z.array(z.object({ code: z.string(), severity: z.string(), count: z.number().int() })),
  /** How good its items are; the same as `GET /jobs/{id}/quality`. */
  quality: qualitySchema,
  /** What people put right by hand: how many items, and of the first of them who did it and when. */
  corrections: z.object({
    count: z.number().int(),
    items: z.array(
      z.object({ position: z.number().int(), term: z.string().nullable(), by: z.string().nullable(), at: z.string() }),
    ),
  }),
  /** How often each kind of personal data or case number was redacted. */
  redactions: z.partialRecord(z.enum(REDACTION_KINDS), z.number().int()),
  /** Of an import: who vouches for what came in. */
  provenance: provenanceSchema.nullable(),
  artifacts: z.array(artifactSchema),
  /** Of an export: what each of its formats does not carry, or carries in a way one has to know. */
  formats: z.array(
    z.object({
      name: z.enum(EXPORT_FORMATS),
      notCarried: z.array(z.string()),
      conventions: z.array(z.object({ field: z.string(), text: z.object({ nl: z.string(), en: z.string() }) })),
    }),
  ),
});
export type Report = z.infer<typeof reportSchema>;

/** One job in the report of its batch. Times in milliseconds; `workMs` is without the wait for a person. */
const reportedJobSchema = z.object({
  id: z.string(),
  place: z.number().int(),
  name: z.string(),
  operation: z.enum(OPERATIONS),
  status: z.enum(JOB_STATUSES),
  totals: totalsSchema,
  successRate: z.number().nullable(),
  workMs: z.number().int(),
  throughput: z.number(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  problem: jobSchema.shape.problem,
});

/** What a batch says about all its jobs together, also while some are still at work; its totals are the sums of theirs. */
export const batchReportSchema = z.object({
  batchId: z.string(),
  name: z.string(),
  status: z.enum(BATCH_STATUSES),
  createdBy: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.string(),
  /** When the first of its jobs started. */
  startedAt: z.string().nullable(),
  /** When the last of them ended; null while one has not. */
  finishedAt: z.string().nullable(),
  totals: totalsSchema,
  successRate: z.number().nullable(),
  /** `elapsedMs` from the first start to the last end; `workMs` of all jobs together, also when they worked side by side. */
  timings: z.object({ elapsedMs: z.number().int().nullable(), workMs: z.number().int() }),
  jobs: z.array(reportedJobSchema),
  errors: z.array(
    z.object({
      code: z.string(),
      count: z.number().int(),
      /** In how many jobs. */
      jobs: z.number().int(),
      examples: z.array(
        z.object({
          jobId: z.string(),
          position: z.number().int(),
          term: z.string().nullable(),
          file: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type BatchReport = z.infer<typeof batchReportSchema>;
