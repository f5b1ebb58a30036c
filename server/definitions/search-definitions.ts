import type { z } from 'zod';
import type { DefinitionPage, definitionQuerySchema } from '#contract/definitions.ts';
import { countDefinitions } from '#db/queries/count-definitions.ts';
import { type DefinitionSort, searchDefinitions as findDefinitions } from '#db/queries/search-definitions.ts';
import type { Actor } from '#domain/access.ts';
import { sightOf } from '#domain/clearance.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { cursorsOf, pageAt } from '#server/page-at.ts';
import type { Services } from '#server/services.ts';

/** How many values a row's key has in each sort; a cursor with another number is not of this sort. */
const KEY_LENGTH: Record<string, number> = { status: 3, relevance: 3 };

/** One page of the definitions that match, and how many there are in all. By relevance when words are searched for. */
export async function searchDefinitions(
  services: Services,
  actor: Actor,
  { cursor, limit, sort: wanted, ...filter }: z.infer<typeof definitionQuerySchema>,
): Promise<DefinitionPage> {
  await requireAction(services, actor, 'definition:read');
  const sort: DefinitionSort = wanted ?? (filter.q?.trim() ? 'relevance' : 'term');
  const at = pageAt(cursor, sort, KEY_LENGTH[sort.replace('-', '')] ?? 2);
  const sight = sightOf(actor);
  const [page, total] = await Promise.all([
    findDefinitions(services.pool, { filter, sight, sort, at, limit }),
    countDefinitions(services.pool, { filter, excludedIds: [] }, sight),
  ]);
  const items = page.rows.map(({ key: _, updatedAt, ...row }) => ({ ...row, updatedAt: updatedAt.toISOString() }));
  return { items, ...cursorsOf(page, sort), total };
}
