import type { Session } from '#contract/account.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { deleteSessions, listSessions, publishEnded } from '#db/queries/sessions.ts';
import { Problem } from '#domain/errors.ts';
import type { SessionReading } from '#server/auth/read-session.ts';
import type { Services } from '#server/services.ts';
import { presentSession } from './present.ts';

/** Where one is signed in. */
export async function listOwnSessions(
  { pool }: Pick<Services, 'pool'>,
  { actor, sessionId }: SessionReading,
): Promise<Session[]> {
  return (await listSessions(pool, actor.id)).map((row) => presentSession(row, sessionId));
}

/** Ends one of one's own sessions, or all but this one; their sockets are closed at once. @throws Problem `not_found` */
export async function endOwnSessions(
  { pool }: Pick<Services, 'pool'>,
  { actor, sessionId }: SessionReading,
  id: string | null,
): Promise<number> {
  const ended = await deleteSessions(pool, { userId: actor.id }, id === null ? { allBut: sessionId } : { id });
  if (id !== null && ended.length === 0) throw new Problem('not_found');
  await insertAuditEntries(
    pool,
    actor,
    ended.map((session) => ({
      action: 'session.revoke',
      subjectType: 'person',
      subjectId: actor.id,
      details: { session: session.id },
    })),
  );
  await publishEnded(
    pool,
    ended.map((session) => session.id),
  );
  return ended.length;
}
