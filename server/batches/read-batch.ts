import type { Batch } from '#contract/batches.ts';
import { findBatchRow } from '#db/queries/list-jobs.ts';
import type { Actor } from '#domain/access.ts';
import { sightOf } from '#domain/clearance.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { presentBatches } from './present-batches.ts';

export async function readBatch(services: Services, actor: Actor, id: string): Promise<Batch> {
  await requireAction(services, actor, 'batch:read', { type: 'batch', id });
  const row = await findBatchRow(services.pool, id, sightOf(actor));
  const [batch] = row ? await presentBatches(services.pool, [row], actor) : [];
  if (!batch) throw new Problem('not_found');
  return batch;
}
