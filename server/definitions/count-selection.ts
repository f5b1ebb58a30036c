import type { Selection, SelectionCount } from '#contract/definitions.ts';
import { countDefinitions } from '#db/queries/count-definitions.ts';
import type { Actor } from '#domain/access.ts';
import { sightOfOwn } from '#domain/clearance.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** How many definitions a selection would hold now: of one's own organisation, and of what others share with it besides. */
export async function countSelection(services: Services, actor: Actor, selection: Selection): Promise<SelectionCount> {
  await requireAction(services, actor, 'definition:read');
  const [count, readable] = await Promise.all(
    [false, true].map((shared) => countDefinitions(services.pool, selection, sightOfOwn(actor, { shared }))),
  );
  return { count: count ?? 0, readable: readable ?? 0 };
}
