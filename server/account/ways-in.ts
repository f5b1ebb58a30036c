import type { WaysIn } from '#contract/account.ts';
import { inTransaction } from '#db/client.ts';
import { deleteApiKey } from '#db/queries/api-keys.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { deleteSecondFactor } from '#db/queries/second-factors.ts';
import { deleteSessions, publishEnded } from '#db/queries/sessions.ts';
import { readWaysIn } from '#db/queries/ways-in.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { tellRevoked } from './own-keys.ts';
import { presentKey, presentSession } from './present.ts';

/** People of one's own organisation, where they are signed in and which keys they have; `piece`: of a name or an address. */
export async function listWaysIn(services: Services, actor: Actor, currentId: string, piece: string): Promise<WaysIn> {
  await requireAction(services, actor, 'person:secure');
  const { people, total } = await readWaysIn(services.pool, actor.organisationId, piece);
  return {
    total,
    people: people.map(({ sessions, keys, ...person }) => ({
      ...person,
      sessions: sessions.map((row) => presentSession(row, currentId)),
      keys: keys.map(presentKey),
    })),
  };
}

/** Ends a session of somebody of one's own organisation. @throws Problem `not_found` */
export async function endSession(services: Services, actor: Actor, id: string): Promise<void> {
  await requireAction(services, actor, 'person:secure');
  const [ended] = await deleteSessions(services.pool, { organisationId: actor.organisationId }, { id });
  if (!ended) throw new Problem('not_found');
  await insertAuditEntries(services.pool, actor, [
    { action: 'session.revoke', subjectType: 'person', subjectId: ended.userId, details: { session: id } },
  ]);
  await publishEnded(services.pool, [id]);
}

/** Revokes a key of somebody of one's own organisation. @throws Problem `not_found` */
export async function revokeKey(services: Services, actor: Actor, id: string): Promise<void> {
  await requireAction(services, actor, 'person:secure');
  const gone = await deleteApiKey(services.pool, { organisationId: actor.organisationId }, id);
  if (!gone) throw new Problem('not_found');
  await tellRevoked(services.pool, actor, id, gone);
}

/** Takes away a second factor that somebody has lost, and ends their sessions. @throws Problem `not_found` */
export async function resetSecondFactor(services: Services, actor: Actor, userId: string): Promise<void> {
  await requireAction(services, actor, 'person:secure', { type: 'person', id: userId });
  const ended = await inTransaction(services.pool, async (sql) => {
    if (!(await deleteSecondFactor(sql, userId, actor.organisationId))) throw new Problem('not_found');
    await insertAuditEntries(sql, actor, [{ action: 'second_factor.reset', subjectType: 'person', subjectId: userId }]);
    return deleteSessions(sql, { userId }, { allBut: null });
  });
  await publishEnded(
    services.pool,
    ended.map(({ id }) => id),
  );
}
