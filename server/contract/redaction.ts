import { z } from 'zod';
import { JOB_STATUSES } from '#domain/job-status.ts';
import { HIT_DECISIONS, REDACTION_KINDS } from '#domain/redaction/kinds.ts';
import { approvalSchema } from './approvals.ts';

/** How many terms of their own an organisation may list, and how long one may be. */
export const MOST_TERMS = 500;
export const MOST_TERM_LENGTH = 100;

const terms = z
  .array(
    z
      .string()
      .trim()
      .min(1)
      .max(MOST_TERM_LENGTH)
      .regex(/[\p{L}\p{N}]/u),
  )
  .max(MOST_TERMS);

/** `version` is the one the person saw; another one in force is a conflict. */
export const redactionSettingsChangeSchema = z.object({ terms, version: z.int().nonnegative() }).strict();
export type RedactionSettingsChange = z.infer<typeof redactionSettingsChangeSchema>;

export const redactionSettingsSchema = z.object({
  terms: z.array(z.string()),
  /** 0: nobody ever said anything. */
  version: z.int().nonnegative(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
});
export type RedactionSettings = z.infer<typeof redactionSettingsSchema>;

const kind = z.enum(REDACTION_KINDS);
const decision = z.enum(HIT_DECISIONS);
const count = z.number().int();

/** Something in a text, from `start` up to `end` in UTF-16 code units, and what would stand in its place. */
const hitSchema = z.object({
  ordinal: count,
  start: count,
  end: count,
  kind,
  number: count,
  placeholder: z.string(),
  decision,
  /** How many hits of the job have this value. */
  sameValue: count,
});
export type RedactionHit = z.infer<typeof hitSchema>;

/** A text of a definition with hits in it. */
const hitTextSchema = z.object({
  /** Such as `definition` or `synonyms.0`. */
  path: z.string(),
  /** Of the definition: an earlier one where only that has the value. */
  version: count,
  text: z.string(),
  hits: z.array(hitSchema),
});
export type RedactionText = z.infer<typeof hitTextSchema>;

const itemSchema = z.object({
  position: count,
  definitionId: z.string(),
  term: z.string(),
  version: count,
  texts: z.array(hitTextSchema),
});
export type RedactionItem = z.infer<typeof itemSchema>;

export const redactionQuerySchema = z.object({
  kind: kind.optional(),
  decision: decision.optional(),
  /** Behind this position. */
  after: z.coerce.number().int().min(-1).default(-1),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type RedactionQuery = z.infer<typeof redactionQuerySchema>;

/** What a `redact` job found and what would become of it. Texts are shown while the plan waits, and not after that. */
export const redactionsSchema = z.object({
  status: z.enum(JOB_STATUSES),
  /** Of the whole job. */
  kinds: z.array(z.object({ kind, found: count, redact: count, definitions: count })),
  hits: count,
  redact: count,
  definitions: count,
  items: z.array(itemSchema),
  /** Of the items that match. */
  total: count,
  nextAfter: count.nullable(),
  /** The latest there was. */
  approval: approvalSchema.nullable(),
});
export type Redactions = z.infer<typeof redactionsSchema>;

/** Over some hits, over every hit of a value (as its placeholder says), or over all of a kind. */
export const hitDecisionsSchema = z.union([
  z
    .object({
      decision,
      hits: z
        .array(z.object({ position: count, ordinal: count }).strict())
        .min(1)
        .max(1_000),
    })
    .strict(),
  z.object({ decision, value: z.object({ kind, number: count }).strict() }).strict(),
  z.object({ decision, kind }).strict(),
]);
export type HitDecisions = z.infer<typeof hitDecisionsSchema>;
export const hitDecisionsAnswerSchema = z.object({ changed: count });
export type HitDecisionsAnswer = z.infer<typeof hitDecisionsAnswerSchema>;

/** Files that hold definitions of the job as they are now, and go when it is applied. */
export const redactionFilesSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['upload', 'artifact']),
      fileName: z.string(),
      size: count,
      expiresAt: z.string(),
    }),
  ),
});
export type RedactionFiles = z.infer<typeof redactionFilesSchema>;
