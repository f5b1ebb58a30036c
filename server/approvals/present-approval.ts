import type { Approval } from '#contract/approvals.ts';
import type { ApprovalRow } from '#db/queries/approvals.ts';
import { type Actor, mayDo } from '#domain/access.ts';

/** An approval as the person who asks sees it. */
export function presentApproval(row: ApprovalRow, actor: Actor): Approval {
  return {
    id: row.id,
    status: row.status,
    subject: row.subject,
    job: {
      id: row.jobId,
      batchId: row.batchId,
      operation: row.operation,
      name: row.jobName,
      total: row.total,
      startedBy: { id: row.startedBy, name: row.startedByName },
    },
    requestedBy: { id: row.requestedBy, name: row.requestedByName },
    requestedAt: row.requestedAt.toISOString(),
    reason: row.reason,
    expiresAt: row.expiresAt.toISOString(),
    decidedBy: row.decidedByName,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decisionReason: row.decisionReason,
    decidable:
      row.status === 'requested' &&
      mayDo(actor, 'approval:decide') &&
      row.organisationId === actor.organisationId &&
      !isOwn(row, actor),
  };
}

/** Four eyes are not two: whoever started the job or asked for its approval does not decide. */
export function isOwn({ startedBy, requestedBy }: ApprovalRow, { id }: Actor): boolean {
  return startedBy === id || requestedBy === id;
}
