import type { Job } from '#contract/jobs.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import { presentJobs } from './present-jobs.ts';
import { visibleJob } from './visible-job.ts';

export async function readJob(services: Services, actor: Actor, id: string): Promise<Job> {
  const [job] = await presentJobs(services.pool, [await visibleJob(services, actor, id)], actor);
  if (!job) throw new Problem('not_found');
  return job;
}
