import type { z } from 'zod';
import type { itemFilterSchema } from '#contract/jobs.ts';
import type { ItemFacets } from '#contract/quality.ts';
import { itemFacets } from '#db/queries/item-facets.ts';
import type { Actor } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { visibleJob } from './visible-job.ts';

/** The values to narrow the items of a job by, with counts. */
export async function readItemFacets(
  services: Services,
  actor: Actor,
  jobId: string,
  filter: z.output<typeof itemFilterSchema>,
): Promise<ItemFacets> {
  await visibleJob(services, actor, jobId);
  return itemFacets(services.pool, jobId, filter);
}
