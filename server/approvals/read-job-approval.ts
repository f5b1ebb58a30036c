import type { JobApproval } from '#contract/approvals.ts';
import { findApproval } from '#db/queries/approvals.ts';
import type { Actor } from '#domain/access.ts';
import { visibleJob } from '#server/batches/visible-job.ts';
import type { Services } from '#server/services.ts';
import { planOf } from './plan-of.ts';
import { presentApproval } from './present-approval.ts';

/** What a job needs of somebody else, and the latest request for it. */
export async function readJobApproval(services: Services, actor: Actor, jobId: string): Promise<JobApproval> {
  const job = await visibleJob(services, actor, jobId);
  const approval = await findApproval(services.pool, jobId);
  const waits = job.needsApproval && job.status === 'awaiting_confirmation';
  return {
    changes: waits ? (await planOf(services.pool, job, 'plan')).changes : null,
    approval: approval && presentApproval(approval, actor),
  };
}
