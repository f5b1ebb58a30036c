import type { Confirmation, Job } from '#contract/jobs.ts';
import { endUndecided } from '#db/queries/end-items.ts';
import { moveJob } from '#db/queries/move-job.ts';
import { requireApproval } from '#db/queries/require-approval.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { endOpenApproval } from '#server/approvals/end-open-approval.ts';
import type { Services } from '#server/services.ts';
import { overridePlan } from './override-plan.ts';
import { requireDecision } from './require-decision.ts';
import { steerJob } from './steer-job.ts';

/**
 * Says yes or no to a plan. Of two people who confirm the same plan, one does and the other learns that it has been done. What a
 * person decides by hand may make so much of it that somebody else has to agree. @throws Problem `approval_required`
 */
export function confirmPlan(services: Services, actor: Actor, jobId: string, input: Confirmation): Promise<Job> {
  return steerJob(services, actor, jobId, async (sql, job) => {
    if (input.decision === 'reject') {
      if (!(await endUndecided(sql, jobId))) return null;
      await endOpenApproval(sql, actor, jobId);
      return moveJob(sql, jobId, { event: 'reject', actor, reason: input.reason });
    }
    await requireDecision(services, actor, job);
    if (job.needsApproval) throw new Problem('approval_required');
    const confirmed = await moveJob(sql, jobId, { event: 'confirm', actor, phase: 'applying', reason: input.reason });
    if (!confirmed) return null;
    await overridePlan(sql, job, input);
    if (await requireApproval(sql, job, 'plan')) throw new Problem('approval_required');
    return confirmed;
  });
}
