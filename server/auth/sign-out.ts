import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { publishEnded } from '#db/queries/sessions.ts';
import type { Services } from '#server/services.ts';
import type { Auth } from './auth.ts';
import type { SessionReading } from './read-session.ts';

/** Ends the session a cookie belongs to, if there is one. Answers the cookies that make the browser forget it. */
export async function signOut(
  { pool }: Pick<Services, 'pool'>,
  auth: Auth,
  headers: Headers,
  session: SessionReading | null,
): Promise<string[]> {
  const response = await auth.api.signOut({ headers, asResponse: true });
  if (session) {
    const { actor } = session;
    await insertAuditEntries(pool, actor, [{ action: 'session.end', subjectType: 'person', subjectId: actor.id }]);
    await publishEnded(pool, [session.sessionId]);
  }
  return response.headers.getSetCookie();
}
