import { z } from 'zod';
import { MAX_CHUNK_SIZE, MAX_PARALLELISM, MIN_CHUNK_SIZE, MIN_PARALLELISM } from '#domain/chunks.ts';
import { ERROR_MODES } from '#domain/error-modes.ts';
import { JOB_STATUSES } from '#domain/job-status.ts';
import { OPERATIONS } from '#domain/operation-names.ts';
import { CONFLICT_STRATEGIES } from '#domain/plan.ts';
import { selectionSchema } from './definitions.ts';
import { jobSchema } from './jobs.ts';
import { pageOf, pagingQuery } from './paging.ts';

const engineOptions = {
  chunkSize: z.union([z.number().int().min(MIN_CHUNK_SIZE).max(MAX_CHUNK_SIZE), z.literal('auto')]).default('auto'),
  parallelism: z.number().int().min(MIN_PARALLELISM).max(MAX_PARALLELISM).default(2),
};

export const importOptionsSchema = z
  .object({
    ...engineOptions,
    onError: z.enum(ERROR_MODES).default('continue'),
    /** How many items may fail; failure n + 1 stops the job. Absent: any number. */
    maxErrors: z.number().int().min(0).optional(),
    conflict: z.enum(CONFLICT_STRATEGIES).default('skip'),
    /** True: wait until a person has confirmed the plan. */
    confirm: z.boolean().default(true),
  })
  .strict();
export type ImportOptions = z.infer<typeof importOptionsSchema>;

export const exportOptionsSchema = z
  .object({
    ...engineOptions,
    formats: z
      .array(z.enum(['json']))
      .min(1)
      .default(['json']),
  })
  .strict();

export const newJobSchema = z.discriminatedUnion('operation', [
  z
    .object({
      operation: z.literal('import'),
      uploadId: z.uuid(),
      options: importOptionsSchema.prefault({}),
    })
    .strict(),
  z
    .object({
      operation: z.literal('export'),
      selection: selectionSchema,
      options: exportOptionsSchema.prefault({}),
    })
    .strict(),
]);
export type NewJob = z.infer<typeof newJobSchema>;

export const newBatchSchema = z
  .object({ name: z.string().trim().min(1).max(200).optional(), jobs: z.array(newJobSchema).length(1) })
  .strict();
export type NewBatch = z.infer<typeof newBatchSchema>;

export const batchSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
  jobs: z.array(jobSchema),
});
export type Batch = z.infer<typeof batchSchema>;

export const batchQuerySchema = z.object({
  ...pagingQuery,
  status: z.preprocess(
    (value) => (value === undefined ? undefined : [value].flat().flatMap((v) => String(v).split(','))),
    z.array(z.enum(JOB_STATUSES)).optional(),
  ),
  operation: z.enum(OPERATIONS).optional(),
  /** A person's id, or `me`. */
  person: z.string().max(100).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
});
export const batchPageSchema = pageOf(batchSchema);
export type BatchPage = z.infer<typeof batchPageSchema>;
