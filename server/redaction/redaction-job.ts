import type { JobRow } from '#db/queries/job-row.ts';
import { findVisibleJob } from '#db/queries/list-jobs.ts';
import type { Actor } from '#domain/access.ts';
import { sightOfOwn } from '#domain/clearance.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/**
 * The job, for who may look at what it found: people of its own organisation who may redact. @throws Problem `not_allowed`, `not_found`,
 * `not_supported`
 */
export async function redactionJob(services: Services, actor: Actor, id: string): Promise<JobRow> {
  await requireAction(services, actor, 'definition:redact', { type: 'job', id });
  const job = await findVisibleJob(services.pool, id, sightOfOwn(actor));
  if (!job) throw new Problem('not_found');
  if (job.operation !== 'redact') throw new Problem('not_supported');
  return job;
}
