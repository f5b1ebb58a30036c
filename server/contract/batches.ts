import { z } from 'zod';
import { MAX_CHUNK_SIZE, MAX_PARALLELISM, MIN_CHUNK_SIZE, MIN_PARALLELISM } from '#domain/chunks.ts';
import { DEFINITION_STATUSES, MAX_TERM_LENGTH } from '#domain/definition.ts';
import { ERROR_MODES } from '#domain/error-modes.ts';
import { JOB_STATUSES } from '#domain/job-status.ts';
import { OPERATIONS } from '#domain/operation-names.ts';
import { CONFLICT_STRATEGIES } from '#domain/plan.ts';
import { definitionContentSchema, selectionSchema } from './definitions.ts';
import { jobSchema } from './jobs.ts';
import { pageOf, pagingQuery } from './paging.ts';

/** The most terms one job looks up. */
export const MAX_QUERY_TERMS = 100_000;

const content = definitionContentSchema.shape;

const engineOptions = {
  chunkSize: z.union([z.number().int().min(MIN_CHUNK_SIZE).max(MAX_CHUNK_SIZE), z.literal('auto')]).default('auto'),
  parallelism: z.number().int().min(MIN_PARALLELISM).max(MAX_PARALLELISM).default(2),
};

/** How many failures a job survives; all or nothing is one transaction. */
const failureOptions = {
  onError: z.enum(['continue', 'stop', 'all_or_nothing']).default('continue'),
  /** How many items may fail; failure n + 1 stops the job. Absent: any number. */
  maxErrors: z.number().int().min(0).optional(),
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

/** Every value there is, or values to add and to take away. */
const listChange = z.union([
  content.organisationalContext,
  z
    .object({ add: content.organisationalContext.optional(), remove: content.organisationalContext.optional() })
    .strict(),
]);

/** What to change in every selected definition; fields left out stay as they are. */
export const definitionChangesSchema = z
  .object({
    category: content.category,
    ufoCategory: content.ufoCategory,
    organisationalContext: listChange,
    legalContext: listChange,
    legalBasis: listChange,
    preferredTerm: content.preferredTerm,
    synonyms: listChange,
    explanation: content.explanation,
    chainPartners: listChange,
    classification: content.classification,
    language: content.language,
    validFrom: content.validFrom,
    validUntil: content.validUntil,
  })
  .partial()
  .strict();

const why = z.string().trim().min(1).max(1_000);

export const updateOptionsSchema = z
  .object({
    ...engineOptions,
    ...failureOptions,
    onError: z.enum(ERROR_MODES).default('continue'),
    set: definitionChangesSchema.optional(),
    /** The status to bring each definition to, through the workflow and the gate. */
    status: z.enum(DEFINITION_STATUSES).optional(),
    /** Why; kept with every version it makes. */
    reason: why,
    /** Why definitions the gate has doubts about may be established all the same: one reason for all of them. */
    overrideReason: why.optional(),
    /** True: wait until a person has confirmed the plan. */
    confirm: z.boolean().default(true),
  })
  .strict()
  .refine(({ set, status }) => status !== undefined || Object.keys(set ?? {}).length > 0, {
    error: 'Say what to change: set, status or both',
    path: ['set'],
  });

/** Operations without a plan write as they go; a dry run of them would say nothing. */
const directOptions = { ...engineOptions, ...failureOptions };

export const validateOptionsSchema = z.object(directOptions).strict();
export const deletionOptionsSchema = z.object({ ...directOptions, reason: why }).strict();

export const queryOptionsSchema = z
  .object({
    ...engineOptions,
    /** The files in the answer. */
    formats: z
      .array(z.enum(['json', 'csv']))
      .min(1)
      .default(['json', 'csv']),
    /** Also look a term up among the preferred terms and synonyms of definitions. */
    includeSynonyms: z.boolean().default(true),
    /** Suggest what resembles a term that is not found. */
    fuzzy: z.boolean().default(false),
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
  z
    .object({
      operation: z.literal('validate'),
      selection: selectionSchema,
      options: validateOptionsSchema.prefault({}),
    })
    .strict(),
  z.object({ operation: z.literal('update'), selection: selectionSchema, options: updateOptionsSchema }).strict(),
  z.object({ operation: z.literal('delete'), selection: selectionSchema, options: deletionOptionsSchema }).strict(),
  /** The selection is over deleted definitions. */
  z.object({ operation: z.literal('restore'), selection: selectionSchema, options: deletionOptionsSchema }).strict(),
  z
    .object({
      operation: z.literal('query'),
      terms: z.array(z.string().trim().min(1).max(MAX_TERM_LENGTH)).min(1).max(MAX_QUERY_TERMS),
      options: queryOptionsSchema.prefault({}),
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
