import type { DefinitionVersion } from '#contract/definitions.ts';
import { listDefinitionVersions } from '#db/queries/list-definition-versions.ts';
import type { Actor } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { readDefinition } from './read-definition.ts';

/** Every version a definition had, newest first; the newest equals the definition. @throws Problem `not_found` */
export async function listVersions(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ items: DefinitionVersion[] }> {
  await readDefinition(services, actor, id);
  const versions = await listDefinitionVersions(services.pool, id);
  return { items: versions.map((version) => ({ ...version, createdAt: version.createdAt.toISOString() })) };
}
