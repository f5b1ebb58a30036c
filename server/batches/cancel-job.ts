import type { Cancellation, Job } from '#contract/jobs.ts';
import { cancelPendingItems } from '#db/queries/end-items.ts';
import { moveJob } from '#db/queries/move-job.ts';
import type { Actor } from '#domain/access.ts';
import { endOpenApproval } from '#server/approvals/end-open-approval.ts';
import type { Services } from '#server/services.ts';
import { steerJob } from './steer-job.ts';

/** Before everything else that waits: whoever stops a job does not wait for the queue. */
const AT_ONCE = 1_000;

/**
 * Stops a job in any state that is not final: keeping what it did, or taking it back. One that nobody has in hand and that has
 * done nothing ends here. A job at work is told so; its processor finds out at the next commit and ends it. Not gracefully: the
 * chunks in flight may not commit either, and a processor takes the job anew to end it.
 */
export function cancelJob(
  services: Services,
  actor: Actor,
  jobId: string,
  { keep, graceful = true }: Cancellation,
): Promise<Job> {
  return steerJob(services, actor, jobId, async (sql) => {
    await endOpenApproval(sql, actor, jobId);
    const { rows } = await sql.query<{ atWork: boolean; touched: boolean }>(
      `SELECT fence IS NOT NULL AS "atWork",
         succeeded + unchanged + skipped + failed > 0 OR status IN ('checking', 'finalizing') AS touched
       FROM jobs WHERE id = $1 FOR UPDATE`,
      [jobId],
    );
    const { atWork = false, touched = false } = rows[0] ?? {};
    const flagged = await moveJob(sql, jobId, { event: keep ? 'cancel' : 'cancel_and_roll_back', actor });
    if (!flagged || (atWork && graceful)) return flagged;
    if (!atWork && !touched) {
      await cancelPendingItems(sql, jobId);
      return moveJob(sql, jobId, { event: keep ? 'cancelled' : 'rolled_back', actor });
    }
    await sql.query('UPDATE jobs SET fence = NULL, admitted = true WHERE id = $1', [jobId]);
    await services.queue.enqueue(sql, jobId, AT_ONCE);
    return flagged;
  });
}
