import { z } from 'zod';
import { ITEM_OUTCOMES } from '#domain/item-outcome.ts';
import { JOB_STATUSES } from '#domain/job-status.ts';
import { OPERATIONS } from '#domain/operation-names.ts';
import { DECISIONS, REASONS } from '#domain/plan.ts';
import { pageOf, pagingQuery } from './paging.ts';
import { provenanceSchema } from './provenance.ts';

const person = z.object({ id: z.string(), name: z.string() });

/** What one batch did with a definition: where it came from, with which decision, from which version to which. */
export const originSchema = z.object({
  jobId: z.string(),
  batchId: z.string(),
  operation: z.enum(OPERATIONS),
  name: z.string(),
  status: z.enum(JOB_STATUSES),
  /** The item of that job. */
  position: z.number().int(),
  /** The upload and the file and line in it; null for what no file brought. */
  upload: z.object({ fileName: z.string(), sha256: z.string() }).nullable(),
  /** Who vouched for that upload when it was checked. */
  provenance: provenanceSchema.nullable(),
  source: z.object({ file: z.string().nullable(), line: z.number().int().nullable() }),
  decision: z.enum(DECISIONS).nullable(),
  reason: z.enum(REASONS).nullable(),
  outcome: z.enum(ITEM_OUTCOMES),
  fromVersion: z.number().int().nullable(),
  toVersion: z.number().int().nullable(),
  createdBy: person,
  createdAt: z.string(),
});
export const originsSchema = z.object({ items: z.array(originSchema) });
export type Origin = z.infer<typeof originSchema>;

export const sourceQuerySchema = z.object({
  ...pagingQuery,
  /** Only these very bytes. */
  sha256: z
    .string()
    .regex(/^[\da-f]{64}$/)
    .optional(),
  /** Part of the name. */
  q: z.string().max(200).optional(),
});

/** An uploaded file and the imports it was used for, oldest first. */
export const sourceSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  /** How often these very bytes were uploaded. */
  times: z.number().int(),
  /** Who vouched for it when it came in. */
  provenance: provenanceSchema.nullable(),
  createdBy: person,
  createdAt: z.string(),
  imports: z.array(
    z.object({
      jobId: z.string(),
      batchId: z.string(),
      name: z.string(),
      status: z.enum(JOB_STATUSES),
      createdBy: person,
      createdAt: z.string(),
      finishedAt: z.string().nullable(),
      total: z.number().int(),
      succeeded: z.number().int(),
      failed: z.number().int(),
    }),
  ),
});
export const sourcePageSchema = pageOf(sourceSchema);
export type Source = z.infer<typeof sourceSchema>;
export type SourcePage = z.infer<typeof sourcePageSchema>;
