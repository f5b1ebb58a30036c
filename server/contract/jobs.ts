import { z } from 'zod';
import { ARTIFACT_KINDS } from '#domain/artifact-kinds.ts';
import { CLASSIFICATIONS, CONTENT_FIELDS, VERDICTS } from '#domain/definition.ts';
import { SEVERITIES } from '#domain/finding.ts';
import { ITEM_OUTCOMES } from '#domain/item-outcome.ts';
import { DEPENDENCY_POLICIES } from '#domain/job-dependencies.ts';
import { JOB_STATUSES } from '#domain/job-status.ts';
import { CONTEXT_FIELDS, MAX_CONTEXT_LENGTH } from '#domain/keep-both.ts';
import { OPERATIONS } from '#domain/operation-names.ts';
import { CHOICES, DECISIONS, REASONS } from '#domain/plan.ts';
import { PHASES } from '#domain/progress.ts';
import { RULE_CATEGORIES } from '#domain/validation/rule.ts';
import { definitionContentSchema, findingSchema } from './definitions.ts';
import { pageOf, pagingQuery } from './paging.ts';
import { provenanceSchema } from './provenance.ts';

/** The snapshot of ENGINE.md section 4: the answer of HTTP, the acknowledgement and the event of the socket. */
export const progressSchema = z.object({
  jobId: z.string(),
  /** Whole for what is committed; fractions in between for what an all-or-nothing job has done so far. */
  seq: z.number(),
  status: z.enum(JOB_STATUSES),
  phase: z.enum(PHASES),
  total: z.number().int(),
  processed: z.number().int(),
  checked: z.number().int(),
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
  attempt: z.number().int(),
  lanes: z.number().int(),
  currentItem: z.string().nullable(),
  chunks: z.object({ done: z.number().int(), total: z.number().int() }),
  startedAt: z.string().nullable(),
  updatedAt: z.string(),
  topErrors: z.array(z.object({ code: z.string(), count: z.number().int(), example: z.string().nullable() })),
});

export const artifactSchema = z.object({
  id: z.string(),
  kind: z.enum(ARTIFACT_KINDS),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export type Artifact = z.infer<typeof artifactSchema>;

export const jobSchema = progressSchema.extend({
  id: z.string(),
  batchId: z.string(),
  operation: z.enum(OPERATIONS),
  /** The highest of its items; who may see less does not see the job. */
  classification: z.enum(CLASSIFICATIONS),
  name: z.string(),
  /** The options as they apply, defaults filled in. */
  options: z.record(z.string(), z.unknown()),
  createdAt: z.string(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
  finishedAt: z.string().nullable(),
  /** When a plan that waits for confirmation expires. */
  confirmBefore: z.string().nullable(),
  /** The phases of this kind of job, in order. */
  phases: z.array(z.enum(PHASES)),
  /** Counts per decision once the plan is there; null before and for operations without a plan. */
  plan: z.partialRecord(z.enum(DECISIONS), z.number().int()).nullable(),
  /** Why a job failed: a stable code and its parameters; texts as for findings. */
  problem: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  /** Remarks on the upload as a whole (not on one item). */
  findings: z.array(findingSchema),
  /** Of an import: who vouches for what came in; null before its check, and for what does not come from an upload. */
  provenance: provenanceSchema.nullable(),
  artifacts: z.array(artifactSchema),
  retryOf: z.string().nullable(),
  /** The job it takes items up from, and those that took up items of it, oldest first. */
  origin: z.object({ id: z.string(), batchId: z.string(), name: z.string() }).nullable(),
  retries: z.array(
    z.object({
      id: z.string(),
      batchId: z.string(),
      name: z.string(),
      status: z.enum(JOB_STATUSES),
      createdAt: z.string(),
      total: z.number().int(),
    }),
  ),
  /** Failed items that were put right since, and wait to be done again. */
  corrected: z.number().int(),
  /** Its number within the batch, from 0. */
  place: z.number().int(),
  /** 0 to 9, higher first. */
  priority: z.number().int(),
  /** Ids of the jobs that go first, and what becomes of this one when one of them does not end well. */
  dependsOn: z.array(z.string()),
  onDependencyFailure: z.enum(DEPENDENCY_POLICIES),
  /** Whether it is with a processor or on its way there; otherwise it waits for its turn. */
  admitted: z.boolean(),
  /** When a job that paused itself is tried again. */
  probeAt: z.string().nullable(),
  /** Whether somebody else has to approve its plan. */
  needsApproval: z.boolean(),
  /** Whether this job, once ended, can be taken back. */
  undoable: z.boolean(),
  upload: z.object({ id: z.string(), fileName: z.string(), size: z.number().int(), sha256: z.string() }).nullable(),
  links: z.object({ self: z.string(), items: z.string(), report: z.string() }),
});
export type Job = z.infer<typeof jobSchema>;

const score = z.coerce.number().min(0).max(1).optional();

const itemFilterShape = {
  status: z.enum(ITEM_OUTCOMES).optional(),
  decision: z.enum(DECISIONS).optional(),
  /** Why it was decided so; several are alternatives. */
  reason: z.preprocess(
    (value) => (value === undefined ? undefined : [value].flat().flatMap((v) => String(v).split(','))),
    z.array(z.enum(REASONS)).optional(),
  ),
  verdict: z.enum(VERDICTS).optional(),
  /** A finding's code or rule id. */
  rule: z.string().max(100).optional(),
  /** Of one of its findings; with `rule`, of that one. */
  severity: z.enum(SEVERITIES).optional(),
  /** Both inclusive, 0 to 1. */
  minScore: score,
  maxScore: score,
  /** A category of rules in which it does not have every point. */
  failsIn: z.enum(RULE_CATEGORIES).optional(),
  q: z.string().max(200).optional(),
};
export const itemFilterSchema = z.object(itemFilterShape);
export const itemQuerySchema = z.object({ ...pagingQuery, ...itemFilterShape });

/** Who put an item right, and when. */
export const correctedSchema = z.object({ by: z.string().nullable(), at: z.string() }).nullable();

export const itemSchema = z.object({
  position: z.number().int(),
  /** The file inside the upload, and the row or line in it when it holds several. */
  source: z.object({ file: z.string().nullable(), line: z.number().int().nullable() }),
  term: z.string().nullable(),
  status: z.enum(ITEM_OUTCOMES),
  decision: z.enum(DECISIONS).nullable(),
  reason: z.enum(REASONS).nullable(),
  definitionId: z.string().nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  qualityScore: z.number().nullable(),
  /** Of the version it changes, as it was scored when that was written; null where it changes none. */
  scoreBefore: z.number().nullable(),
  findings: z.array(findingSchema),
  attempts: z.number().int(),
  /** Why applying it failed. */
  problem: z.object({ code: z.string(), detail: z.string().nullable() }).nullable(),
  corrected: correctedSchema,
});
export type Item = z.infer<typeof itemSchema>;
export const itemPageSchema = pageOf(itemSchema);

/** One item with both sides of its plan: what the file says and what is there. */
export const itemDetailSchema = itemSchema.extend({
  incoming: definitionContentSchema.partial().nullable(),
  /** What was there when it was decided. */
  current: definitionContentSchema.nullable(),
  /** The fields the file carries, cleared ones included; the others keep what is there. Null: there was no file. */
  given: z.array(z.enum(CONTENT_FIELDS)).nullable(),
  /** The version it was decided against, and the one that is there now; null when there is none. */
  baseVersion: z.number().int().nullable(),
  presentVersion: z.number().int().nullable(),
});
export type ItemDetail = z.infer<typeof itemDetailSchema>;

/** The context in which an incoming definition is to stand beside the one that is there. */
export const otherContextSchema = z
  .object({ field: z.enum(CONTEXT_FIELDS), value: z.string().trim().min(1).max(MAX_CONTEXT_LENGTH) })
  .strict();

const planFilterSchema = z
  .object({
    decision: z.enum(DECISIONS),
    reason: z.array(z.enum(REASONS)),
    verdict: z.enum(VERDICTS),
    rule: z.string().max(100),
    severity: z.enum(SEVERITIES),
    q: z.string().max(200),
  })
  .partial()
  .strict();

/**
 * What a person wants instead of what the plan says: of one item, or of everything that matches a filter and can become so.
 * The last one that is about an item and exists for it wins; `as_planned` takes earlier ones back.
 */
const overrideSchema = z
  .union([
    z
      .object({
        position: z.number().int().min(0),
        decision: z.enum([...DECISIONS, 'keep_both', 'as_planned']),
        context: otherContextSchema.optional(),
      })
      .strict(),
    z
      .object({
        filter: planFilterSchema,
        decision: z.enum([...CHOICES, 'as_planned']),
        context: otherContextSchema.optional(),
      })
      .strict(),
  ])
  .refine(({ decision, context }) => (decision === 'keep_both') === (context !== undefined), {
    path: ['context'],
    message: 'Another context goes with keep_both, and with nothing else',
  });
const overridesSchema = z.array(overrideSchema).max(10_000);
export type OverrideInput = z.infer<typeof overrideSchema>;

export const confirmationSchema = z
  .object({
    decision: z.enum(['apply', 'reject']),
    overrides: overridesSchema.optional(),
    reason: z.string().max(1_000).optional(),
    /** Lets everything through that the gate wants a reason for, but for what `overrides` decides otherwise. */
    overrideReason: z.string().trim().min(1).max(1_000).optional(),
  })
  .strict();
export type Confirmation = z.infer<typeof confirmationSchema>;

export const planPreviewRequestSchema = z.object({ overrides: overridesSchema.default([]) }).strict();
export type PlanPreviewRequest = z.infer<typeof planPreviewRequestSchema>;

/** At most this many items are named where a preview counts some. */
export const NAMED_ITEMS = 200;

const namedItems = z.object({
  count: z.number().int(),
  items: z.array(
    z.object({
      position: z.number().int(),
      term: z.string().nullable(),
      code: z.enum(['stale_version', 'identity_taken']),
    }),
  ),
});

/** What confirming would do at this moment, with these overrides in it. */
export const planPreviewSchema = z.object({
  /** Counts per decision. */
  plan: z.partialRecord(z.enum(DECISIONS), z.number().int()),
  /** How many items are decided by hand. */
  overridden: z.number().int(),
  /** How many items each override decides in the end, in their order. */
  applied: z.array(z.number().int()),
  /** Cannot be kept beside the other: there is one in that context too. They count as conflicts. */
  refused: namedItems,
  /**
   * Would be written, but their definition is no longer the one the plan was made against: they will fail as conflicts.
   * `decisions`: how many of each decision.
   */
  changedSince: namedItems.extend({ decisions: z.partialRecord(z.enum(DECISIONS), z.number().int()) }),
});
export type PlanPreview = z.infer<typeof planPreviewSchema>;

export const planChoicesQuerySchema = itemQuerySchema.omit({ cursor: true, limit: true, status: true });

/** How many of the items that match may become so by hand. */
export const planChoicesSchema = z.object({
  total: z.number().int(),
  choices: z.record(z.enum(CHOICES), z.number().int()),
});
export type PlanChoices = z.infer<typeof planChoicesSchema>;

/** `graceful`: chunks in flight finish first; otherwise they are given up, and their items are left unprocessed. */
export const cancellationSchema = z.object({ keep: z.boolean(), graceful: z.boolean().default(true) }).strict();
export type Cancellation = z.input<typeof cancellationSchema>;

export const undoRequestSchema = z.object({ dryRun: z.boolean().default(false) }).strict();
export type UndoRequest = z.input<typeof undoRequestSchema>;

/** What taking back an ended job does, in items; `items` are those that stay, at most 1 000 of them. */
export const undoSchema = z.object({
  /** Whether somebody else has to approve of it first. */
  needsApproval: z.boolean(),
  reversed: z.number().int(),
  /** Edited since by somebody else: they stay as they are. */
  kept: z.number().int(),
  /** They cannot go back: what they would need is taken. */
  failed: z.number().int(),
  items: z.array(
    z.object({
      position: z.number().int(),
      term: z.string().nullable(),
      definitionId: z.string().nullable(),
      code: z.string(),
    }),
  ),
  job: jobSchema,
});
export type Undo = z.infer<typeof undoSchema>;

/** `all` is for an export or a look-up that failed without its file. */
export const retrySchema = z
  .object({
    items: z.union([
      z.enum(['failed', 'unprocessed', 'corrected', 'all']),
      z.array(z.number().int().min(0)).min(1).max(100_000),
    ]),
  })
  .strict();
export type Retry = z.infer<typeof retrySchema>;
