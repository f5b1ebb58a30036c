import type { Sql } from '#db/client.ts';
import type { Role } from '#domain/access.ts';
import type { Classification } from '#domain/definition.ts';
import { PROGRESS_CHANNEL } from './publish-progress.ts';

export type PersonRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  organisation: { id: string; name: string };
  clearance: Classification;
};

const SELECT = `SELECT u.id, u.name, u.email, u.role, u.clearance, jsonb_build_object('id', o.id, 'name', o.name) AS organisation
  FROM users u JOIN organisations o ON o.id = u.organisation_id`;

/** Everybody of one organisation, or of all (null), by organisation and name. */
export async function listPeople(sql: Sql, scope: string | null): Promise<PersonRow[]> {
  const { rows } = await sql.query<PersonRow>(
    `${SELECT} WHERE $1::uuid IS NULL OR u.organisation_id = $1 ORDER BY o.name, u.name, u.id`,
    [scope],
  );
  return rows;
}

/** One person of an organisation, whom nobody else changes until the transaction ends. */
export async function lockPerson(sql: Sql, id: string, organisationId: string): Promise<PersonRow | null> {
  const { rows } = await sql.query<PersonRow>(`${SELECT} WHERE u.id = $1 AND u.organisation_id = $2 FOR UPDATE OF u`, [
    id,
    organisationId,
  ]);
  return rows[0] ?? null;
}

/** Also ends what this person looks on at: whoever may see less must not go on seeing it until their sockets are checked. */
export async function writeClearance(sql: Sql, id: string, clearance: Classification): Promise<void> {
  await sql.query('UPDATE users SET clearance = $2, updated_at = now() WHERE id = $1', [id, clearance]);
  await sql.query('SELECT pg_notify($1, $2)', [PROGRESS_CHANNEL, JSON.stringify({ disconnect: id })]);
}
