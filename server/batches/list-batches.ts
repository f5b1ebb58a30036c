import type { z } from 'zod';
import type { BatchPage, batchQuerySchema } from '#contract/batches.ts';
import { listBatchRows } from '#db/queries/list-jobs.ts';
import type { Actor } from '#domain/access.ts';
import { sightOf } from '#domain/clearance.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { cursorsOf, pageAt } from '#server/page-at.ts';
import type { Services } from '#server/services.ts';
import { presentBatches } from './present-batches.ts';

const SORT = 'batches';

export async function listBatches(
  services: Services,
  actor: Actor,
  { cursor, limit, person, ...filter }: z.output<typeof batchQuerySchema>,
): Promise<BatchPage> {
  await requireAction(services, actor, 'batch:read');
  const at = pageAt(cursor, SORT, 2);
  const who = person === 'me' ? actor.id : person;
  const search = { filter: { ...filter, person: who }, sight: sightOf(actor), at, limit };
  const page = await listBatchRows(services.pool, search);
  return { items: await presentBatches(services.pool, page.rows, actor), ...cursorsOf(page, SORT), total: page.total };
}
