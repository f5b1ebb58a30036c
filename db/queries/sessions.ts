import type { Sql } from '#db/client.ts';
import type { Actor, SignInMethod } from '#domain/access.ts';
import { PROGRESS_CHANNEL } from './publish-progress.ts';

export type SessionRow = {
  id: string;
  ip: string | null;
  userAgent: string | null;
  signedInBy: SignInMethod;
  since: Date;
  lastSeen: Date;
};

/** Whose sessions: one person's, or those of everybody of an organisation. */
export type SessionOwner = { userId: string } | { organisationId: string };

/** So many ids fit into one message of Postgres. */
const AT_ONCE = 150;

/** Notes where a session that just began comes from, and how; answers its id, or null when it is gone already. */
export async function noteSession(
  sql: Sql,
  token: string,
  { ip, userAgent }: Actor['origin'],
  signedInBy: SignInMethod,
): Promise<string | null> {
  const { rows } = await sql.query<{ id: string }>(
    'UPDATE sessions SET ip_address = $2, user_agent = $3, signed_in_by = $4 WHERE token = $1 RETURNING id',
    [token, ip, userAgent, signedInBy],
  );
  return rows[0]?.id ?? null;
}

/** Whose session this is the token of; null when there is none. */
export async function readSessionPerson(sql: Sql, token: string): Promise<string | null> {
  const { rows } = await sql.query<{ userId: string }>('SELECT user_id AS "userId" FROM sessions WHERE token = $1', [
    token,
  ]);
  return rows[0]?.userId ?? null;
}

/** The sessions of one person that have not ended, the one seen last first. */
export async function listSessions(sql: Sql, userId: string): Promise<SessionRow[]> {
  const { rows } = await sql.query<SessionRow>(
    `SELECT id, ip_address AS ip, user_agent AS "userAgent", signed_in_by AS "signedInBy", created_at AS since,
       updated_at AS "lastSeen"
     FROM sessions WHERE user_id = $1 AND expires_at > now() ORDER BY updated_at DESC, id`,
    [userId],
  );
  return rows;
}

/** Ends sessions: one by its id, or all but one. Answers the ids of those that ended and whose they were. */
export async function deleteSessions(
  sql: Sql,
  owner: SessionOwner,
  which: { id: string } | { allBut: string | null },
): Promise<{ id: string; userId: string }[]> {
  const [mine, whose] =
    'userId' in owner
      ? ['s.user_id = $1', owner.userId]
      : ['s.user_id IN (SELECT id FROM users WHERE organisation_id = $1)', owner.organisationId];
  const [these, id] = 'id' in which ? ['s.id = $2', which.id] : ['s.id IS DISTINCT FROM $2', which.allBut];
  const { rows } = await sql.query<{ id: string; userId: string }>(
    `DELETE FROM sessions s WHERE ${mine} AND ${these} RETURNING s.id, s.user_id AS "userId"`,
    [whose, id],
  );
  return rows;
}

/** Tells every web process that these sessions or keys are no good any more: their sockets are closed at once. After the commit. */
export async function publishEnded(sql: Sql, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const message = JSON.stringify({ ended: ids.slice(from, from + AT_ONCE) });
    await sql.query('SELECT pg_notify($1, $2)', [PROGRESS_CHANNEL, message]);
  }
}
