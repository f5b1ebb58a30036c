import type { Quality } from '#contract/quality.ts';
import { countCollectionQuality } from '#db/queries/count-quality.ts';
import type { Actor } from '#domain/access.ts';
import { sightOf } from '#domain/clearance.ts';
import { qualityOf } from '#domain/quality.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** How good everything is that this person may read and that is in use: neither deleted nor archived. */
export async function readCollectionQuality(services: Services, actor: Actor): Promise<Quality> {
  await requireAction(services, actor, 'definition:read');
  return qualityOf(await countCollectionQuality(services.pool, sightOf(actor)), null);
}
