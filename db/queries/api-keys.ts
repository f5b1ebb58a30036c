import type { Sql } from '#db/client.ts';
import type { SessionOwner } from './sessions.ts';

export type ApiKeyRow = {
  id: string;
  name: string;
  /** How it begins. */
  start: string;
  /** `{resource: [verbs]}` as JSON text. */
  permissions: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsed: Date | null;
};

/** The keys of one person that are still good, the newest first. */
export async function listApiKeys(sql: Sql, userId: string): Promise<ApiKeyRow[]> {
  const { rows } = await sql.query<ApiKeyRow>(
    `SELECT id, name, start, permissions, created_at AS "createdAt", expires_at AS "expiresAt", last_request AS "lastUsed"
     FROM api_keys WHERE reference_id = $1 AND expires_at > now() ORDER BY created_at DESC, id`,
    [userId],
  );
  return rows;
}

/** Revokes all keys of somebody; answers their ids. */
export async function deleteApiKeysOf(sql: Sql, userId: string): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>('DELETE FROM api_keys WHERE reference_id = $1 RETURNING id', [
    userId,
  ]);
  return rows.map(({ id }) => id);
}

/** Revokes a key for good. Answers whose it was and what it was called; null when there is no such key. */
export async function deleteApiKey(
  sql: Sql,
  owner: SessionOwner,
  id: string,
): Promise<{ userId: string; name: string; start: string } | null> {
  const [mine, whose] =
    'userId' in owner
      ? ['reference_id = $1', owner.userId]
      : ['reference_id IN (SELECT id FROM users WHERE organisation_id = $1)', owner.organisationId];
  const { rows } = await sql.query(
    `DELETE FROM api_keys WHERE ${mine} AND id = $2 RETURNING reference_id AS "userId", name, start`,
    [whose, id],
  );
  return rows[0] ?? null;
}
