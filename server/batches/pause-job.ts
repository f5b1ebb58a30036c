import type { Job } from '#contract/jobs.ts';
import { moveJob } from '#db/queries/move-job.ts';
import type { Actor } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { steerJob } from './steer-job.ts';

/** Has a job wait until somebody resumes it: at once when nobody has begun, otherwise after the chunks in flight. */
export function pauseJob(services: Services, actor: Actor, jobId: string): Promise<Job> {
  return steerJob(services, actor, jobId, async (sql) => {
    // Locked first, so that a processor does not take it between the two.
    await sql.query('SELECT FROM jobs WHERE id = $1 FOR UPDATE', [jobId]);
    return (
      (await moveJob(sql, jobId, { event: 'pause_waiting', actor })) ?? moveJob(sql, jobId, { event: 'pause', actor })
    );
  });
}

/** Lets a paused job go on from where it was, when its turn comes. */
export function resumeJob(services: Services, actor: Actor, jobId: string): Promise<Job> {
  return steerJob(services, actor, jobId, (sql) => moveJob(sql, jobId, { event: 'resume', actor }));
}
