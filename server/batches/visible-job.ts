import type { JobRow } from '#db/queries/job-row.ts';
import { findVisibleJob } from '#db/queries/list-jobs.ts';
import type { Action, Actor } from '#domain/access.ts';
import { type Sight, sightOf, sightOfOwn } from '#domain/clearance.ts';
import { Problem } from '#domain/errors.ts';
import { SEE_OF } from '#domain/operation-names.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** The job, if this person may read it. Another organisation's job is not there, and neither is one that is classified higher than they may see. @throws Problem `not_found`, `not_allowed` */
export async function visibleJob(services: Services, actor: Actor, id: string): Promise<JobRow> {
  return findOrRefuse(services, actor, id, 'batch:read', sightOf(actor));
}

/** The job, if this person may steer it: looking may be chain-wide, steering is for one's own organisation. */
export async function steerableJob(services: Services, actor: Actor, id: string): Promise<JobRow> {
  return findOrRefuse(services, actor, id, 'batch:control', sightOfOwn(actor));
}

async function findOrRefuse(services: Services, actor: Actor, id: string, action: Action, sight: Sight) {
  await requireAction(services, actor, action, { type: 'job', id });
  const job = await findVisibleJob(services.pool, id, sight);
  if (!job) throw new Problem('not_found');
  await requireAction(services, actor, SEE_OF[job.operation], { type: 'job', id });
  return job;
}
