import { z } from 'zod';
import { APPROVAL_STATUSES } from '#domain/approval.ts';
import { OPERATIONS } from '#domain/operation-names.ts';

const person = z.object({ id: z.string(), name: z.string() });
const why = z.string().trim().min(1).max(1_000);

/** What a job needs somebody else's yes for. */
export const approvalSchema = z.object({
  id: z.string(),
  status: z.enum(APPROVAL_STATUSES),
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

/** `count`: how many changes the person who asks has agreed to, as they typed it; another number by now is a conflict. */
export const approvalRequestSchema = z.object({ reason: why, count: z.number().int().positive() }).strict();
export type ApprovalRequest = z.infer<typeof approvalRequestSchema>;

export const approvalDecisionSchema = z.object({ decision: z.enum(['approve', 'refuse']), reason: why }).strict();
export type ApprovalDecision = z.infer<typeof approvalDecisionSchema>;
