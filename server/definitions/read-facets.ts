import type { DefinitionFacets, DefinitionFilter } from '#contract/definitions.ts';
import { countDefinitions } from '#db/queries/count-definitions.ts';
import { definitionFacets } from '#db/queries/definition-facets.ts';
import { type Actor, readScope } from '#domain/access.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** The values to filter by, each with how many definitions it would give while the other filters stay. */
export async function readFacets(
  services: Services,
  actor: Actor,
  filter: DefinitionFilter,
): Promise<DefinitionFacets> {
  await requireAction(services, actor, 'definition:read');
  const scope = readScope(actor);
  const [facets, total] = await Promise.all([
    definitionFacets(services.pool, filter, scope),
    countDefinitions(services.pool, { filter, excludedIds: [] }, scope),
  ]);
  return { ...facets, total };
}
