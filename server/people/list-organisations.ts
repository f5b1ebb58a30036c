import type { Organisations } from '#contract/people.ts';
import { listOrganisations as findOrganisations } from '#db/queries/organisations.ts';
import type { Actor } from '#domain/access.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** The organisations of the chain, to share definitions with and to filter by. */
export async function listOrganisations(services: Services, actor: Actor): Promise<Organisations> {
  await requireAction(services, actor, 'definition:read');
  return { items: await findOrganisations(services.pool) };
}
