import { z } from 'zod';
import { BATCH_STATUSES } from '#domain/batch-progress.ts';
import { CATEGORIES, CLASSIFICATIONS, DEFINITION_STATUSES } from '#domain/definition.ts';
import { AGES, agesOf, MAX_AGE_DAYS, RETENTION_ACTIONS } from '#domain/retention.ts';

const name = z.string().trim().min(1).max(200);
const why = z.string().trim().min(1).max(1_000);
const action = z.enum(RETENTION_ACTIONS);

/** Which definitions; alternatives within a list, all lists together. An empty list narrows nothing. */
const criteriaSchema = z
  .object({
    ageOf: z.enum(AGES),
    /** At least so many days old. */
    olderThanDays: z.number().int().min(1).max(MAX_AGE_DAYS),
    status: z.array(z.enum(DEFINITION_STATUSES)).max(DEFINITION_STATUSES.length).default([]),
    category: z.array(z.enum(CATEGORIES)).max(CATEGORIES.length).default([]),
    classification: z.array(z.enum(CLASSIFICATIONS)).max(CLASSIFICATIONS.length).default([]),
    /** Values of organisationalContext. */
    organisation: z.array(z.string().trim().min(1).max(1_000)).max(50).default([]),
  })
  .strict();

const fitting = {
  path: ['criteria', 'ageOf'],
  error: 'What is deleted for good counts from when it was deleted, and nothing else does',
};
type Aged = { action: z.infer<typeof action>; criteria: { ageOf: z.infer<typeof criteriaSchema>['ageOf'] } };
const isFitting = ({ action, criteria }: Aged) => agesOf(action).includes(criteria.ageOf);

const policyShape = {
  name,
  action,
  criteria: criteriaSchema,
  /** Kept with every version it makes, and asked approval with. */
  reason: why,
  /** When it starts by itself: five fields, by the clock of Amsterdam; null: by hand only. */
  cron: z.string().trim().min(1).max(200).nullable(),
};
export const newRetentionPolicySchema = z.object(policyShape).strict().refine(isFitting, fitting);
export type NewRetentionPolicy = z.infer<typeof newRetentionPolicySchema>;
export type NewRetentionPolicyInput = z.input<typeof newRetentionPolicySchema>;

/** `version`: the one that was changed; another by now is `settings_changed`. */
export const retentionPolicyChangeSchema = z
  .object({ ...policyShape, version: z.number().int().min(1) })
  .strict()
  .refine(isFitting, fitting);
export type RetentionPolicyChange = z.infer<typeof retentionPolicyChangeSchema>;

export const retentionPolicySchema = z.object({
  id: z.string(),
  ...policyShape,
  version: z.number().int(),
  changedAt: z.string(),
  changedBy: z.string(),
  /** The highest classification it reaches on its schedule: the clearance of who changed it last. By hand: that of who starts it. */
  reach: z.enum(CLASSIFICATIONS),
  /** When it starts next; null when it does not, or its schedule is paused. */
  nextAt: z.string().nullable(),
  scheduleId: z.string().nullable(),
  /** What it started last. */
  lastBatch: z.object({ id: z.string(), status: z.enum(BATCH_STATUSES), createdAt: z.string() }).nullable(),
});
export type RetentionPolicy = z.infer<typeof retentionPolicySchema>;
export const retentionPoliciesSchema = z.object({ items: z.array(retentionPolicySchema) });
export type RetentionPolicies = z.infer<typeof retentionPoliciesSchema>;

/** How many definitions a dry run shows. */
export const SAMPLE = 20;

export const retentionPreviewRequestSchema = z
  .object({ action, criteria: criteriaSchema })
  .strict()
  .refine(isFitting, fitting);
export type RetentionPreviewRequest = z.infer<typeof retentionPreviewRequestSchema>;
export type RetentionPreviewRequestInput = z.input<typeof retentionPreviewRequestSchema>;

const counted = z.array(z.object({ value: z.string(), count: z.number().int() }));
/** What would go at this moment, without anything going. */
export const retentionPreviewSchema = z.object({
  /** How many it would be done with. */
  due: z.number().int(),
  /** How many of what is old enough are kept all the same, for a legal hold. */
  held: z.number().int(),
  byStatus: counted,
  byClassification: counted,
  /** Whether somebody else would have to approve it. */
  needsApproval: z.boolean(),
  /** The oldest of them. */
  sample: z.array(
    z.object({
      id: z.string(),
      term: z.string(),
      status: z.enum(DEFINITION_STATUSES),
      classification: z.enum(CLASSIFICATIONS),
      since: z.string(),
      held: z.boolean(),
    }),
  ),
});
export type RetentionPreview = z.infer<typeof retentionPreviewSchema>;

export const deletedPolicySchema = z.object({ id: z.string() });
