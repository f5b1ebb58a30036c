import type { Selection } from '#contract/definitions.ts';
import { countDefinitions } from '#db/queries/count-definitions.ts';
import { type Actor, readScope } from '#domain/access.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** How many definitions a selection would hold now, of those this person may see. */
export async function countSelection(
  services: Services,
  actor: Actor,
  selection: Selection,
): Promise<{ count: number }> {
  await requireAction(services, actor, 'definition:read');
  return { count: await countDefinitions(services.pool, selection, readScope(actor)) };
}
