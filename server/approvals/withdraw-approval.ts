import type { Approval } from '#contract/approvals.ts';
import { inTransaction } from '#db/client.ts';
import { type ApprovalRow, endApproval, readApproval } from '#db/queries/approvals.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { presentApproval } from './present-approval.ts';

/** Takes a request back, so that the plan can be changed; by anybody who may steer the job. @throws Problem `approval_ended` */
export async function withdrawApproval(services: Services, actor: Actor, id: string): Promise<Approval> {
  await requireAction(services, actor, 'batch:control', { type: 'approval', id });
  const withdrawn = await inTransaction(services.pool, async (sql) => {
    const approval = await readApproval(sql, id, actor, { lock: true });
    if (!approval) throw new Problem('not_found');
    if (!(await endApproval(sql, id, { status: 'withdrawn', by: actor.id }))) throw new Problem('approval_ended');
    await insertAuditEntries(sql, actor, [
      { action: 'approval.withdrawn', subjectType: 'approval', subjectId: id, jobId: approval.jobId },
    ]);
    return (await readApproval(sql, id, actor)) as ApprovalRow;
  });
  return presentApproval(withdrawn, actor);
}
