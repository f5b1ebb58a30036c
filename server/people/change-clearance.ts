import type { ClearanceChange, Person } from '#contract/people.ts';
import { inTransaction } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { lockPerson, writeClearance } from '#db/queries/people.ts';
import type { Actor } from '#domain/access.ts';
import { isCleared } from '#domain/clearance.ts';
import { Problem } from '#domain/errors.ts';
import { refuse, requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { presentPerson } from './list-people.ts';

/**
 * Says what somebody of one's own organisation may see from now on. Nobody says so of themselves, and nobody gives or takes more
 * than they have. @throws Problem `not_found`, `not_allowed`, `above_clearance`
 */
export async function changeClearance(
  services: Services,
  actor: Actor,
  id: string,
  { clearance, reason }: ClearanceChange,
): Promise<Person> {
  const subject = { type: 'person', id };
  await requireAction(services, actor, 'person:clear', subject);
  if (id === actor.id) return refuse(services, actor, 'person:clear', subject);
  return inTransaction(services.pool, async (sql) => {
    const person = await lockPerson(sql, id, actor.organisationId);
    if (!person) throw new Problem('not_found');
    for (const one of [person.clearance, clearance])
      if (!isCleared(actor.clearance, one)) throw new Problem('above_clearance', { clearance: actor.clearance });
    if (person.clearance !== clearance) {
      await writeClearance(sql, id, clearance);
      await insertAuditEntries(sql, actor, [
        {
          action: 'person.cleared',
          subjectType: 'person',
          subjectId: id,
          reason,
          details: { from: person.clearance, to: clearance },
        },
      ]);
    }
    return presentPerson({ ...person, clearance }, actor);
  });
}
