import type { DefinitionVersion } from '#contract/definitions.ts';
import { listDefinitionVersions } from '#db/queries/list-definition-versions.ts';
import { type Actor, isOfOwn } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { readDefinition } from './read-definition.ts';

/**
 * Every version a definition had, newest first; the newest equals the definition. Who only reads it, because another organisation
 * shares it, has that one alone. @throws Problem `not_found`
 */
export async function listVersions(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ items: DefinitionVersion[] }> {
  const { organisation } = await readDefinition(services, actor, id);
  const present = !isOfOwn(actor, organisation.id);
  const versions = await listDefinitionVersions(services.pool, id, actor.clearance, { present });
  const shown = present ? versions.map((version) => ({ ...version, reason: null, jobId: null })) : versions;
  return { items: shown.map((version) => ({ ...version, createdAt: version.createdAt.toISOString() })) };
}
