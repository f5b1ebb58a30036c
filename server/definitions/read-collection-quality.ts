import type { Quality } from '#contract/quality.ts';
import { countCollectionQuality } from '#db/queries/count-quality.ts';
import { type Actor, readScope } from '#domain/access.ts';
import { qualityOf } from '#domain/quality.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** How good everything is that this person may read and that is in use: neither deleted nor archived. */
export async function readCollectionQuality(services: Services, actor: Actor): Promise<Quality> {
  await requireAction(services, actor, 'definition:read');
  return qualityOf(await countCollectionQuality(services.pool, readScope(actor)), null);
}
