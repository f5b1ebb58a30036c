import { z } from 'zod';
import { SEVERITIES } from '#domain/finding.ts';
import { SAFE_TRANSFORMS } from '#domain/safe-transforms.ts';
import { RULE_CATEGORIES } from '#domain/validation/rule.ts';

const count = z.number().int();

/** Findings by rule or code; counts are of items, however often one has it. */
const issueSchema = z.object({
  code: z.string(),
  /** The gravest it occurs with. */
  severity: z.enum(SEVERITIES),
  count,
  /** Of everything checked, 0 to 1. */
  share: z.number(),
  example: z
    .object({
      /** The item of the job; null where it is about the collection. */
      position: z.number().int().nullable(),
      definitionId: z.string().nullable(),
      term: z.string().nullable(),
      value: z.string().nullable(),
    })
    .nullable(),
  /** The safe transform that puts it right, for an update job; null when that takes a person's judgement. */
  transform: z.enum(SAFE_TRANSFORMS).nullable(),
  /** It was put right when the file was read. */
  repaired: z.boolean(),
});

/** How good what was checked is. Shares, scores and means 0 to 1; numbers that were not looked at are null. */
export const qualitySchema = z.object({
  /** How many carry a verdict; everything else is about those. */
  checked: count,
  verdicts: z.object({ valid: count, warnings: count, invalid: count }),
  /** Share that is not invalid. */
  passRate: z.number().nullable(),
  meanScore: z.number().nullable(),
  /** How many score in each tenth: the first is 0.00-0.09, the last 0.90-1.00. */
  scores: z.array(count).length(10),
  /** How many have no score, because they could not be read. */
  unscored: count,
  categories: z.record(z.enum(RULE_CATEGORIES), z.number().nullable()),
  withSource: count.nullable(),
  duplicates: count.nullable(),
  cycles: count.nullable(),
  unresolved: count.nullable(),
  /** How many score lower than their file says they did. */
  degraded: count.nullable(),
  /** Of what changes a version that is there: means before and after, and how many score higher or lower; null where nothing does. */
  rescored: z.object({ count, before: z.number(), after: z.number(), higher: count, lower: count }).nullable(),
  /** Most frequent first. */
  issues: z.array(issueSchema),
});
export type Quality = z.infer<typeof qualitySchema>;
export type Issue = Quality['issues'][number];

const facet = z.array(z.object({ value: z.string(), count }));

/** The values items can be narrowed by, each with how many it gives while the other filters stay. */
export const itemFacetsSchema = z.object({
  status: facet,
  decision: facet,
  reason: facet,
  verdict: facet,
  severity: facet,
  /** Those that occur most. */
  rule: facet,
  /** By tenth, 0 to 9. */
  score: facet,
});
export type ItemFacets = z.infer<typeof itemFacetsSchema>;
