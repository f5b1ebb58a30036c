import type { Approval, ApprovalDecision } from '#contract/approvals.ts';
import { inTransaction, type Sql } from '#db/client.ts';
import { type ApprovalRow, endApproval, readApproval } from '#db/queries/approvals.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertJobEvent, wakeTellers } from '#db/queries/insert-events.ts';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { moveJob } from '#db/queries/move-job.ts';
import { publishProgress } from '#db/queries/publish-progress.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { dispatchJobs } from '#server/admission/dispatch-jobs.ts';
import { refuse, requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { planOf } from './plan-of.ts';
import { isOwn, presentApproval } from './present-approval.ts';

/**
 * Says yes or no to what somebody else has prepared. Yes lets the job go on, in the same transaction; no leaves its plan waiting, to
 * be changed and asked for again. @throws Problem `approval_of_own`, `approval_ended`, `plan_changed`
 */
export async function decideApproval(
  services: Services,
  actor: Actor,
  id: string,
  { decision, reason }: ApprovalDecision,
): Promise<Approval> {
  await requireAction(services, actor, 'approval:decide', { type: 'approval', id });
  const decided = await inTransaction(services.pool, async (sql) => {
    const approval = await readApproval(sql, id, actor, { lock: true });
    if (!approval) throw new Problem('not_found');
    if (isOwn(approval, actor)) return { own: approval };
    const plan = await lockPlan(sql, approval);
    const status = decision === 'approve' ? 'approved' : 'refused';
    if (!(await endApproval(sql, id, { status, by: actor.id, reason }))) throw new Problem('approval_ended');
    plan.refuseReason(reason);
    if (decision === 'approve') {
      if (plan.digest !== approval.planDigest) throw new Problem('plan_changed');
      if (!(await goOn(sql, actor, approval, reason))) throw new Problem('approval_ended');
    }
    await insertAuditEntries(sql, actor, [
      {
        action: `approval.${status}`,
        subjectType: 'approval',
        subjectId: id,
        jobId: approval.jobId,
        reason,
        oldHash: approval.planDigest,
        details: {
          subject: approval.subject,
          startedBy: approval.startedBy,
          requestedBy: approval.requestedBy,
          changes: plan.changes,
        },
      },
    ]);
    await insertJobEvent(sql, approval.jobId, `approval.${status}`);
    return { approval: (await readApproval(sql, id, actor)) as ApprovalRow };
  });
  if (decided.own) {
    // What was tried is worth an entry, and the transaction it was tried in is over.
    await refuse(services, actor, 'approval:decide', { type: 'approval', id }).catch(() => {});
    throw new Problem('approval_of_own');
  }
  await publishProgress(services.pool, decided.approval.jobId, true);
  await wakeTellers(services.pool);
  await dispatchJobs(services).catch(() => {});
  return presentApproval(decided.approval, actor);
}

/** The job carries out its plan, or is taken back for who asked; null when it is in no state to do so. */
async function goOn(sql: Sql, actor: Actor, { jobId, subject, requestedBy }: ApprovalRow, reason: string) {
  if (subject === 'undo') await sql.query('UPDATE jobs SET undone_by = $2 WHERE id = $1', [jobId, requestedBy]);
  return moveJob(sql, jobId, { event: subject === 'undo' ? 'undo' : 'confirm', actor, phase: 'applying', reason });
}

/** The plan as it is now; nobody changes it until the transaction ends. */
async function lockPlan(sql: Sql, { jobId, subject }: ApprovalRow) {
  await sql.query('SELECT FROM jobs WHERE id = $1 FOR UPDATE', [jobId]);
  return planOf(sql, (await findJob(sql, jobId)) as JobRow, subject);
}
