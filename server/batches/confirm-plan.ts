import type { Confirmation, Job } from '#contract/jobs.ts';
import type { Sql } from '#db/client.ts';
import { endUndecided } from '#db/queries/end-items.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { moveJob } from '#db/queries/move-job.ts';
import { countPlan, keepOverrideReason, overrideGate } from '#db/queries/override-items.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { NEEDS_APPROVAL } from '#domain/operation-names.ts';
import { endOpenApproval } from '#server/approvals/end-open-approval.ts';
import type { Services } from '#server/services.ts';
import { applyOverrides } from './apply-overrides.ts';
import { requireDecision } from './require-decision.ts';
import { type Settled, settleOverrides } from './settle-overrides.ts';
import { steerJob } from './steer-job.ts';

/** A filter may be about thousands of items; a few of them say enough. */
const MOST_ERRORS = 100;

/** Says yes or no to a plan. Of two people who confirm the same plan, one does and the other learns that it has been done. */
export function confirmPlan(services: Services, actor: Actor, jobId: string, input: Confirmation): Promise<Job> {
  return steerJob(services, actor, jobId, async (sql, job) => {
    if (input.decision === 'reject') {
      if (!(await endUndecided(sql, jobId))) return null;
      if (NEEDS_APPROVAL.includes(job.operation)) await endOpenApproval(sql, actor, jobId);
      return moveJob(sql, jobId, { event: 'reject', actor, reason: input.reason });
    }
    await requireDecision(services, actor, job);
    if (NEEDS_APPROVAL.includes(job.operation)) throw new Problem('approval_required');
    const confirmed = await moveJob(sql, jobId, { event: 'confirm', actor, phase: 'applying', reason: input.reason });
    if (!confirmed) return null;
    await override(sql, job, input);
    return confirmed;
  });
}

async function override(sql: Sql, job: JobRow, input: Confirmation): Promise<void> {
  const why = input.overrideReason ?? (input.reason?.trim() || null);
  const settled = await settleOverrides(sql, job, input.overrides ?? []);
  if (why === null) requireNoReason(settled);
  await applyOverrides(sql, job, settled);
  if (input.overrideReason !== undefined) {
    await overrideGate(sql, job.id);
    await countPlan(sql, job.id);
  }
  if (why !== null && (settled.needsReason.length > 0 || input.overrideReason !== undefined))
    await keepOverrideReason(sql, job.id, why);
}

/** @throws Problem `invalid_request` when the gate is overruled without a word */
function requireNoReason({ needsReason }: Settled): void {
  if (needsReason.length === 0) return;
  const errors = needsReason.map(({ by, position, choice }) => ({
    path: `overrides.${by}`,
    code: 'override_needs_reason',
    message: `Item ${position} can become ${choice} only with a reason`,
  }));
  throw new Problem('invalid_request', {}, errors.slice(0, MOST_ERRORS));
}
