import type { JobRow } from '#db/queries/job-row.ts';
import { findVisibleJob } from '#db/queries/list-jobs.ts';
import type { Action, Actor } from '#domain/access.ts';
import { type Sight, sightOf, sightOfOwn } from '#domain/clearance.ts';
import { Problem } from '#domain/errors.ts';
import { SEE_OF } from '#domain/operation-names.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** How a job is looked up within what somebody may see. */
export type FindJob = (id: string, sight: Sight) => Promise<JobRow | null>;

/**
 * The job, if this person may read it. Another organisation's job is not there, and neither is one that is classified higher than
 * they may see. A crowd that asks at once gives its own `find`. @throws Problem `not_found`, `not_allowed`
 */
export async function visibleJob(services: Services, actor: Actor, id: string, find?: FindJob): Promise<JobRow> {
  return findOrRefuse(services, actor, id, { action: 'batch:read', sight: sightOf(actor), find });
}

/** The job, if this person may steer it: looking may be chain-wide, steering is for one's own organisation. */
export async function steerableJob(services: Services, actor: Actor, id: string): Promise<JobRow> {
  return findOrRefuse(services, actor, id, { action: 'batch:control', sight: sightOfOwn(actor) });
}

type Wanted = { action: Action; sight: Sight; find?: FindJob | undefined };

async function findOrRefuse(services: Services, actor: Actor, id: string, { action, sight, find }: Wanted) {
  await requireAction(services, actor, action, { type: 'job', id });
  const job = await (find ? find(id, sight) : findVisibleJob(services.pool, id, sight));
  if (!job) throw new Problem('not_found');
  await requireAction(services, actor, SEE_OF[job.operation], { type: 'job', id });
  return job;
}
