import type { Definition } from '#contract/definitions.ts';
import { readDefinition as findDefinition } from '#db/queries/read-definition.ts';
import type { Actor } from '#domain/access.ts';
import { sightOf } from '#domain/clearance.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { presentDefinition } from './present-definition.ts';

/** One definition. @throws Problem `not_found`, also for another organisation's */
export async function readDefinition(services: Services, actor: Actor, id: string): Promise<Definition> {
  await requireAction(services, actor, 'definition:read', { type: 'definition', id });
  const stored = await findDefinition(services.pool, id, sightOf(actor));
  if (!stored) throw new Problem('not_found');
  return presentDefinition(stored, sightOf(actor));
}
