import type { Selection } from '#contract/definitions.ts';
import { countDefinitions } from '#db/queries/count-definitions.ts';
import type { Actor } from '#domain/access.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** How many definitions a selection would hold now, of one's own organisation: that is what a job may be about. */
export async function countSelection(
  services: Services,
  actor: Actor,
  selection: Selection,
): Promise<{ count: number }> {
  await requireAction(services, actor, 'definition:read');
  return { count: await countDefinitions(services.pool, selection, actor.organisationId) };
}
