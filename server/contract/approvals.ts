import { z } from 'zod';
import { APPROVAL_STATUSES, APPROVAL_SUBJECTS } from '#domain/approval.ts';
import { APPROVAL_KINDS } from '#domain/approval-rules.ts';
import { OPERATIONS } from '#domain/operation-names.ts';
import { confirmationSchema } from './jobs.ts';

const person = z.object({ id: z.string(), name: z.string() });
const why = z.string().trim().min(1).max(1_000);

/** What a job needs somebody else's yes for. */
export const approvalSchema = z.object({
  id: z.string(),
  status: z.enum(APPROVAL_STATUSES),
  /** That the job carries out its plan, or that what it did is taken back. */
  subject: z.enum(APPROVAL_SUBJECTS),
  job: z.object({
    id: z.string(),
    batchId: z.string(),
    operation: z.enum(OPERATIONS),
    name: z.string(),
    total: z.number().int(),
    startedBy: person,
  }),
  requestedBy: person,
  requestedAt: z.string(),
  reason: z.string(),
  expiresAt: z.string(),
  /** Null while it waits, and when nobody ended it but time. */
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionReason: z.string().nullable(),
  /** Whether the person who asks may decide over it: somebody else, and it waits. */
  decidable: z.boolean(),
});
export type Approval = z.infer<typeof approvalSchema>;

export const approvalQuerySchema = z.object({
  /** `waiting` for those that wait, `decided` for the latest that do not. */
  state: z.enum(['waiting', 'decided']).default('waiting'),
});
export const approvalListSchema = z.object({ items: z.array(approvalSchema) });
export type ApprovalList = z.infer<typeof approvalListSchema>;

/**
 * `count`: how many changes the person who asks has agreed to; another number by now is a conflict. What the person decides by hand
 * becomes part of the plan that is asked for.
 */
export const approvalRequestSchema = z
  .object({
    subject: z.enum(APPROVAL_SUBJECTS).default('plan'),
    reason: why,
    count: z.number().int().positive(),
    overrides: confirmationSchema.shape.overrides,
    overrideReason: confirmationSchema.shape.overrideReason,
  })
  .strict();
/** A request as it is written down before defaults are filled in. */
export type ApprovalRequestInput = z.input<typeof approvalRequestSchema>;
export type ApprovalRequest = z.infer<typeof approvalRequestSchema>;

export const approvalDecisionSchema = z.object({ decision: z.enum(['approve', 'refuse']), reason: why }).strict();
export type ApprovalDecision = z.infer<typeof approvalDecisionSchema>;

/** What a job needs of somebody else, and the latest request for it. */
export const jobApprovalSchema = z.object({
  /** How many things its plan would change; null when there is no plan that waits. */
  changes: z.number().int().nullable(),
  approval: approvalSchema.nullable(),
});
export type JobApproval = z.infer<typeof jobApprovalSchema>;

/** More items than anybody can have in one job make no sense of it. */
const MOST_ITEMS = 1_000_000;

const ruleSchema = z
  .object({
    /** With more items than this; null: however many there are. */
    moreThan: z.number().int().min(0).max(MOST_ITEMS).nullable(),
    /** With an established definition among them. */
    established: z.boolean(),
  })
  .strict();
const rulesSchema = z.record(z.enum(APPROVAL_KINDS), ruleSchema);

/** What waits for somebody else beside what cannot be taken back, which always does. */
export const approvalSettingsSchema = z.object({
  rules: rulesSchema,
  /** 0: nobody ever said anything, and the defaults hold. */
  version: z.number().int(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
});
export type ApprovalSettings = z.infer<typeof approvalSettingsSchema>;

/** `version`: the one that was changed; another by now is `settings_changed`. */
export const approvalSettingsChangeSchema = z.object({ rules: rulesSchema, version: z.number().int().min(0) }).strict();
export type ApprovalSettingsChange = z.infer<typeof approvalSettingsChangeSchema>;
