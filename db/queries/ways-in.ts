import type { Sql } from '#db/client.ts';
import type { Role } from '#domain/access.ts';
import type { ApiKeyRow } from './api-keys.ts';
import type { SessionRow } from './sessions.ts';

export type WaysInRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  secondFactor: boolean;
  sessions: SessionRow[];
  keys: ApiKeyRow[];
};

/** More people than this are looked for by name. */
const MOST_PEOPLE = 50;

/**
 * The first people of an organisation whose name or address has `piece` in it, by name, with the sessions and keys that are still good;
 * and how many there are.
 */
export async function readWaysIn(
  sql: Sql,
  organisationId: string,
  piece: string,
): Promise<{ people: WaysInRow[]; total: number }> {
  const { rows } = await sql.query<WaysInRow & { total: number }>(
    `SELECT u.id, u.name, u.email, u.role, u.two_factor_enabled AS "secondFactor",
       coalesce((SELECT json_agg(json_build_object('id', s.id, 'ip', s.ip_address, 'userAgent', s.user_agent,
           'signedInBy', s.signed_in_by, 'since', s.created_at, 'lastSeen', s.updated_at) ORDER BY s.updated_at DESC, s.id)
         FROM sessions s WHERE s.user_id = u.id AND s.expires_at > now()), '[]') AS sessions,
       coalesce((SELECT json_agg(json_build_object('id', k.id, 'name', k.name, 'start', k.start, 'permissions', k.permissions,
           'createdAt', k.created_at, 'expiresAt', k.expires_at, 'lastUsed', k.last_request) ORDER BY k.created_at DESC, k.id)
         FROM api_keys k WHERE k.reference_id = u.id AND k.expires_at > now()), '[]') AS keys,
       count(*) OVER ()::int AS total
     FROM users u WHERE u.organisation_id = $1 AND strpos(lower(u.name || ' ' || u.email), lower($2)) > 0 ORDER BY u.name, u.id LIMIT ${MOST_PEOPLE}`,
    [organisationId, piece],
  );
  const people = rows.map(({ sessions, keys, total: _, ...person }) => ({
    ...person,
    sessions: sessions.map((row) => ({ ...row, since: new Date(row.since), lastSeen: new Date(row.lastSeen) })),
    keys: keys.map((row) => ({
      ...row,
      createdAt: new Date(row.createdAt),
      expiresAt: new Date(row.expiresAt),
      lastUsed: row.lastUsed === null ? null : new Date(row.lastUsed),
    })),
  }));
  return { people, total: rows[0]?.total ?? 0 };
}
