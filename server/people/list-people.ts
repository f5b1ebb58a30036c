import type { People, Person } from '#contract/people.ts';
import { listPeople as findPeople, type PersonRow } from '#db/queries/people.ts';
import { type Actor, mayDo, readScope } from '#domain/access.ts';
import { isCleared } from '#domain/clearance.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** Who there is and what each may see. For auditors and administrators. */
export async function listPeople(services: Services, actor: Actor): Promise<People> {
  await requireAction(services, actor, 'person:read');
  const rows = await findPeople(services.pool, readScope(actor));
  return { items: rows.map((row) => presentPerson(row, actor)) };
}

export function presentPerson(row: PersonRow, actor: Actor): Person {
  const changeable =
    mayDo(actor.role, 'person:clear') &&
    row.id !== actor.id &&
    row.organisation.id === actor.organisationId &&
    isCleared(actor.clearance, row.clearance);
  return { ...row, changeable };
}
