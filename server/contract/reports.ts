import { z } from 'zod';
import { JOB_STATUSES } from '#domain/job-status.ts';
import { OPERATIONS } from '#domain/operation-names.ts';
import { DECISIONS } from '#domain/plan.ts';
import { PHASES } from '#domain/progress.ts';
import { artifactSchema } from './jobs.ts';

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
  totals: z.object({
    total: z.number().int(),
    succeeded: z.number().int(),
    unchanged: z.number().int(),
    skipped: z.number().int(),
    failed: z.number().int(),
    cancelled: z.number().int(),
    rolledBack: z.number().int(),
    rollbackConflict: z.number().int(),
    pending: z.number().int(),
  }),
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
  findings: z.array(z.object({ code: z.string(), severity: z.string(), count: z.number().int() })),
  artifacts: z.array(artifactSchema),
});
export type Report = z.infer<typeof reportSchema>;
