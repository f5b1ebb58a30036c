import type { DefinitionFacets, DefinitionFilter } from '#contract/definitions.ts';
import { countDefinitions } from '#db/queries/count-definitions.ts';
import { definitionFacets } from '#db/queries/definition-facets.ts';
import type { Actor } from '#domain/access.ts';
import { sightOf } from '#domain/clearance.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** The values to filter by, each with how many definitions it would give while the other filters stay. */
export async function readFacets(
  services: Services,
  actor: Actor,
  filter: DefinitionFilter,
): Promise<DefinitionFacets> {
  await requireAction(services, actor, 'definition:read');
  const sight = sightOf(actor);
  const [facets, total] = await Promise.all([
    definitionFacets(services.pool, filter, sight),
    countDefinitions(services.pool, { filter, excludedIds: [] }, sight),
  ]);
  return { ...facets, total };
}
