import type { Cancellation, Job } from '#contract/jobs.ts';
import { cancelPendingItems } from '#db/queries/end-items.ts';
import { moveJob } from '#db/queries/move-job.ts';
import type { Actor } from '#domain/access.ts';
import type { JobStatus } from '#domain/job-status.ts';
import type { Services } from '#server/services.ts';
import { steerJob } from './steer-job.ts';

/** States in which no processor has the job in hand and nothing was written: such a job ends at once. */
const UNTOUCHED: readonly JobStatus[] = ['queued', 'awaiting_confirmation'];

/**
 * Stops a job in any state that is not final: keeping what it did, or taking it back. A job at work is told so; its
 * processor finds out at the next commit and ends it.
 */
export function cancelJob(services: Services, actor: Actor, jobId: string, { keep }: Cancellation): Promise<Job> {
  return steerJob(services, actor, jobId, async (sql) => {
    const locked = await sql.query<{ status: JobStatus }>('SELECT status FROM jobs WHERE id = $1 FOR UPDATE', [jobId]);
    const untouched = UNTOUCHED.includes(locked.rows[0]?.status as JobStatus);
    const flagged = await moveJob(sql, jobId, { event: keep ? 'cancel' : 'cancel_and_roll_back', actor });
    if (!flagged || !untouched) return flagged;
    await cancelPendingItems(sql, jobId);
    return moveJob(sql, jobId, { event: keep ? 'cancelled' : 'rolled_back', actor });
  });
}
