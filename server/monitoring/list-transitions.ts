import type { z } from 'zod';
import type { Transition, TransitionPage, transitionsQuerySchema } from '#contract/monitoring.ts';
import { listTransitions as findTransitions } from '#db/queries/list-transitions.ts';
import type { Actor } from '#domain/access.ts';
import { visibleJob } from '#server/batches/visible-job.ts';
import { cursorsOf, pageAt } from '#server/page-at.ts';
import type { Services } from '#server/services.ts';

const SORT = 'transitions';

/** The changes of a job's state, oldest first, for whoever may read the job; the rest of the audit trail is for auditors. */
export async function listTransitions(
  services: Services,
  actor: Actor,
  jobId: string,
  { cursor, limit }: z.output<typeof transitionsQuerySchema>,
): Promise<TransitionPage> {
  const { id } = await visibleJob(services, actor, jobId);
  const page = await findTransitions(services.pool, { jobId: id, at: pageAt(cursor, SORT, 1), limit });
  const items = page.rows.map(
    ({ key: _, action, ...row }): Transition => ({ ...row, event: action.slice('job.'.length) as Transition['event'] }),
  );
  return { items, ...cursorsOf(page, SORT), total: page.total };
}
