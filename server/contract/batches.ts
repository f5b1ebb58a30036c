import { z } from 'zod';
import { MAX_CONCURRENT, MAX_JOBS_OF_BATCH, MAX_PRIORITY, MIN_CONCURRENT, MIN_PRIORITY } from '#domain/admission.ts';
import { BATCH_STATUSES } from '#domain/batch-progress.ts';
import { MAX_CHUNK_SIZE, MAX_PARALLELISM, MIN_CHUNK_SIZE, MIN_PARALLELISM } from '#domain/chunks.ts';
import { DEFINITION_STATUSES, MAX_TERM_LENGTH, VISIBILITIES } from '#domain/definition.ts';
import { ERROR_MODES, SHARE_PATTERN } from '#domain/error-modes.ts';
import { EXPORT_FORMATS, PACKAGINGS } from '#domain/export-formats.ts';
import { DEPENDENCY_POLICIES } from '#domain/job-dependencies.ts';
import { JOB_STATUSES } from '#domain/job-status.ts';
import { LOCALES } from '#domain/locale.ts';
import { OPERATIONS } from '#domain/operation-names.ts';
import { CONFLICT_STRATEGIES } from '#domain/plan.ts';
import { REDACTION_KINDS } from '#domain/redaction/kinds.ts';
import { SAFE_TRANSFORMS } from '#domain/safe-transforms.ts';
import { definitionContentSchema, definitionFilterShape, selectionSchema } from './definitions.ts';
import { keyRequestSchema, validDays } from './enrolment.ts';
import { jobSchema, otherContextSchema } from './jobs.ts';
import { pageOf, pagingQuery } from './paging.ts';
import { MOST_MAPPINGS, readChoicesShape } from './reading.ts';

/** Letters of what a legal hold is for. */
export const MAX_MATTER_LENGTH = 200;
/** The most files one job locks proofs of. */
const MAX_ARCHIVES = 1_000;
/** The most terms one job looks up. */
export const MAX_QUERY_TERMS = 100_000;

const content = definitionContentSchema.shape;

const engineOptions = {
  chunkSize: z.union([z.number().int().min(MIN_CHUNK_SIZE).max(MAX_CHUNK_SIZE), z.literal('auto')]).default('auto'),
  parallelism: z.number().int().min(MIN_PARALLELISM).max(MAX_PARALLELISM).default(2),
  /** How often what others stand in the way of is tried again before it fails. */
  maxRetries: z.number().int().min(0).max(10).optional(),
  /** The job fails when it has been at work for longer than this. */
  timeoutSeconds: z
    .number()
    .int()
    .min(1)
    .max(7 * 24 * 3600)
    .optional(),
  itemsPerSecond: z.number().int().min(1).max(100_000).optional(),
  /** With more items than this it does not start. */
  maxRecords: z.number().int().min(1).optional(),
};

const expectedCount = z.number().int().min(0).optional();
/** What must hold, or the job does not start. */
const expectations = { preconditions: z.object({ expectedCount }).strict().optional() };
const selectionExpectations = {
  /** `filter`: what every selected definition must match. */
  preconditions: z
    .object({ expectedCount, filter: z.object(definitionFilterShape).strict().optional() })
    .strict()
    .optional(),
};

/** A number of items, or a share of all of them. */
const maxErrors = z.union([z.number().int().min(0), z.string().regex(SHARE_PATTERN)]).optional();

/** How many failures a job survives; all or nothing is one transaction. */
const failureOptions = {
  onError: z.enum(['continue', 'stop', 'all_or_nothing']).default('continue'),
  /** How many items may fail; failure n + 1 stops the job. Absent: any number. */
  maxErrors,
};

export const importOptionsSchema = z
  .object({
    ...engineOptions,
    ...expectations,
    ...failureOptions,
    onError: z.enum(ERROR_MODES).default('continue'),
    conflict: z.enum(CONFLICT_STRATEGIES).default('skip'),
    /** With `keep_both`: the context in which what is incoming stands beside what is there. */
    context: otherContextSchema.optional(),
    /** True: wait until a person has confirmed the plan. */
    confirm: z.boolean().default(true),
    ...readChoicesShape,
    /** Column mappings that were saved, each for the tables with its columns; as they are now. */
    mappingIds: z.array(z.uuid()).max(MOST_MAPPINGS).optional(),
  })
  .strict()
  .refine(({ conflict, context }) => (conflict === 'keep_both') === (context !== undefined), {
    path: ['context'],
    message: 'Another context goes with keep_both, and with nothing else',
  });
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** What to put placeholders for; the stored texts stay as they are. */
export const redactionSchema = z
  .object({
    /** Absent: every kind. */
    kinds: z.array(z.enum(REDACTION_KINDS)).min(1).optional(),
    /** Whether the numbers in `caseReferences` stay. */
    keepCaseReferences: z.boolean().default(true),
  })
  .strict();

export const exportOptionsSchema = z
  .object({
    ...engineOptions,
    // Each chunk waits for the database, for deflating and for the disk in turn; with a third on its way none of them waits.
    parallelism: engineOptions.parallelism.default(3),
    ...selectionExpectations,
    formats: z
      .array(z.enum(EXPORT_FORMATS))
      .min(1)
      .max(EXPORT_FORMATS.length)
      .refine((formats) => new Set(formats).size === formats.length, { error: 'Each format once' })
      .default(['json']),
    /** `file`: the one file itself, without an archive around it; for one format other than `json`. Absent: one ZIP. */
    packaging: z.enum(PACKAGINGS).optional(),
    /** What Word and PDF documents, and the report in a workbook, speak of themselves in: labels and headings; absent: Dutch. */
    language: z.enum(LOCALES).optional(),
    redaction: redactionSchema.optional(),
  })
  .strict()
  .refine(({ formats, packaging }) => packaging !== 'file' || (formats.length === 1 && formats[0] !== 'json'), {
    path: ['packaging'],
    error: 'Without an archive there is room for one format, and not for a file per definition',
  });

const texts = z.array(z.string().trim().min(1).max(1_000)).max(500);
/** Every value there is, or values to add and to take away. */
const listChange = z.union([texts, z.object({ add: texts.optional(), remove: texts.optional() }).strict()]);

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
    ...selectionExpectations,
    ...failureOptions,
    onError: z.enum(ERROR_MODES).default('continue'),
    set: definitionChangesSchema.optional(),
    /** Repairs that take no judgement, made wherever they change something. */
    transform: z.array(z.enum(SAFE_TRANSFORMS)).min(1).optional(),
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
  .refine(({ set, status, transform }) => status !== undefined || transform || Object.keys(set ?? {}).length > 0, {
    error: 'Say what to change: set, status or transform',
    path: ['set'],
  });

/** Looked for in old versions too; applied to all of them or to none, once somebody else has said yes. */
export const redactOptionsSchema = z
  .object({
    ...engineOptions,
    ...selectionExpectations,
    onError: z.literal('all_or_nothing').default('all_or_nothing'),
    redaction: redactionSchema.prefault({}),
  })
  .strict();

/** Operations without a plan write as they go; a dry run of them would say nothing. */
const directOptions = { ...engineOptions, ...selectionExpectations, ...failureOptions };

export const validateOptionsSchema = z.object(directOptions).strict();
export const deletionOptionsSchema = z.object({ ...directOptions, reason: why }).strict();
/** `matter`: by what people know the case that a legal hold is for; lifting it names the same. */
export const holdOptionsSchema = z
  .object({ ...directOptions, matter: z.string().trim().min(1).max(MAX_MATTER_LENGTH), reason: why })
  .strict();

export const proofLockOptionsSchema = z.object({ ...engineOptions, ...selectionExpectations }).strict();

/** The most keys one job enrols. */
const MAX_KEYS = 10_000;

export const enrolOptionsSchema = z
  .object({
    ...engineOptions,
    ...expectations,
    ...failureOptions,
    /** How long they vouch for what they sign; a renewal counts from its own day. */
    validDays,
    /** True: wait until a person has confirmed the plan. */
    confirm: z.boolean().default(true),
  })
  .strict();

export const verifyHashesOptionsSchema = z
  .object({
    ...engineOptions,
    ...expectations,
    /** The files in the answer. */
    formats: z
      .array(z.enum(['json', 'csv']))
      .min(1)
      .default(['json', 'csv']),
  })
  .strict();

/** Archives or deletes, so that it can be taken back; waits for a person like any plan, unless `confirm` says otherwise. */
export const retainOptionsSchema = z
  .object({
    ...directOptions,
    action: z.enum(['archive', 'delete']),
    reason: why,
    confirm: z.boolean().default(true),
    /** The policy that asks for it. */
    policyId: z.uuid().optional(),
  })
  .strict();

/** What cannot be taken back: somebody else approves it. `confirm` false: that is asked for at once, for the reason given here. */
export const finalOptionsSchema = z
  .object({
    ...directOptions,
    reason: why,
    confirm: z.boolean().default(true),
    policyId: z.uuid().optional(),
  })
  .strict();

/** Which other organisations may read them: none, those named, or every one in the chain. */
export const shareOptionsSchema = z
  .object({
    ...directOptions,
    visibility: z.enum(VISIBILITIES),
    organisationIds: z.array(z.uuid()).max(100).default([]),
    reason: why,
  })
  .strict()
  .refine(({ visibility, organisationIds }) => (visibility === 'shared') === organisationIds.length > 0, {
    error: 'Name organisations when it is shared, and only then',
    path: ['organisationIds'],
  });

export const queryOptionsSchema = z
  .object({
    ...engineOptions,
    ...expectations,
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

const priority = z.number().int().min(MIN_PRIORITY).max(MAX_PRIORITY);

/** What every job of a batch can say, whatever it does. */
const placement = {
  name: z.string().trim().min(1).max(200).optional(),
  /** 0 to 9, higher first; the batch's when left out. */
  priority: priority.optional(),
  /** Jobs that go first: by their number in this batch, from 0, or by the id of a job that is under way already. */
  dependsOn: z
    .array(z.union([z.number().int().min(0), z.uuid()]))
    .max(MAX_JOBS_OF_BATCH)
    .optional(),
  /** When one of those does not end well: `skip` this one, `fail` it, or `run` it all the same. */
  onDependencyFailure: z.enum(DEPENDENCY_POLICIES).optional(),
};

/** A job over a selection of definitions. */
function overSelection<Name extends string, Options extends z.ZodType>(operation: Name, options: Options) {
  return z.object({ operation: z.literal(operation), ...placement, selection: selectionSchema, options }).strict();
}

export const newJobSchema = z.discriminatedUnion('operation', [
  z
    .object({
      operation: z.literal('import'),
      ...placement,
      uploadId: z.uuid(),
      options: importOptionsSchema.prefault({}),
    })
    .strict(),
  overSelection('export', exportOptionsSchema.prefault({})),
  overSelection('validate', validateOptionsSchema.prefault({})),
  overSelection('update', updateOptionsSchema),
  overSelection('delete', deletionOptionsSchema),
  /** The selection is over deleted definitions. */
  overSelection('restore', deletionOptionsSchema),
  /** Waits for an approval, see `/approvals`. */
  overSelection('redact', redactOptionsSchema.prefault({})),
  overSelection('retain', retainOptionsSchema),
  /** Wipes the names of people off definitions; waits for an approval. */
  overSelection('anonymise', finalOptionsSchema),
  /** The selection is over deleted definitions; waits for an approval. */
  overSelection('erase', finalOptionsSchema),
  overSelection('hold', holdOptionsSchema),
  overSelection('release', holdOptionsSchema),
  overSelection('share', shareOptionsSchema),
  z
    .object({
      operation: z.literal('query'),
      ...placement,
      terms: z.array(z.string().trim().min(1).max(MAX_TERM_LENGTH)).min(1).max(MAX_QUERY_TERMS),
      options: queryOptionsSchema.prefault({}),
    })
    .strict(),
  z
    .object({
      operation: z.literal('proof_lock'),
      ...placement,
      /** Definitions that are established; or archives and export files that jobs made, by id. */
      selection: z.union([
        selectionSchema,
        z.object({ archives: z.array(z.uuid()).min(1).max(MAX_ARCHIVES) }).strict(),
      ]),
      options: proofLockOptionsSchema.prefault({}),
    })
    .strict(),
  /** SHA-256: bare, as `sha256:...`, or as a line that `sha256sum` writes. */
  z
    .object({
      operation: z.literal('verify_hashes'),
      ...placement,
      hashes: z.array(z.string().trim().min(1).max(MAX_TERM_LENGTH)).min(1).max(MAX_QUERY_TERMS),
      options: verifyHashesOptionsSchema.prefault({}),
    })
    .strict(),
  /** Uses up the challenge. */
  z
    .object({
      operation: z.literal('enrol'),
      ...placement,
      challengeId: z.uuid(),
      keys: z.array(keyRequestSchema).min(1).max(MAX_KEYS),
      options: enrolOptionsSchema.prefault({}),
    })
    .strict(),
]);
export type NewJob = z.infer<typeof newJobSchema>;

export const newBatchSchema = z
  .object({
    name: z.string().trim().min(1).max(200).optional(),
    priority: priority.optional(),
    /** How many of its jobs may be worked on at once. */
    maxConcurrent: z.number().int().min(MIN_CONCURRENT).max(MAX_CONCURRENT).optional(),
    /** Not before this moment; absent: at once. */
    scheduledFor: z.iso.datetime({ offset: true }).optional(),
    jobs: z.array(newJobSchema).min(1).max(MAX_JOBS_OF_BATCH),
  })
  .strict();
export type NewBatch = z.infer<typeof newBatchSchema>;
/** A batch as it is written down before defaults are filled in. */
export type NewBatchInput = z.input<typeof newBatchSchema>;

/** Changes what waits: a job at work goes on as it is. */
export const batchPatchSchema = z
  .object({ priority: priority.optional(), maxConcurrent: newBatchSchema.shape.maxConcurrent })
  .strict()
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), { error: 'Nothing to change' });
export type BatchPatch = z.infer<typeof batchPatchSchema>;
export const jobPatchSchema = z.object({ priority }).strict();
export type JobPatch = z.infer<typeof jobPatchSchema>;

/** All jobs of a batch together. */
export const batchProgressSchema = z.object({
  status: z.enum(BATCH_STATUSES),
  jobs: z.object({ total: z.number().int(), ended: z.number().int() }),
  total: z.number().int(),
  processed: z.number().int(),
  succeeded: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
  rolledBack: z.number().int(),
  rollbackConflict: z.number().int(),
  percent: z.number().int(),
  throughput: z.number(),
  etaSeconds: z.number().nullable(),
});

export const batchSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
  maxConcurrent: z.number().int(),
  /** When it starts; null for one that was started at once. */
  scheduledFor: z.string().nullable(),
  /** The schedule that started it. */
  scheduleId: z.string().nullable(),
  progress: batchProgressSchema,
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
