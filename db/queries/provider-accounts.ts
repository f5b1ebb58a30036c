import type { Sql } from '#db/client.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Role } from '#domain/access.ts';

/** The person a provider knows by this number; null when it is none of ours. */
export async function findProviderAccount(sql: Sql, subject: string): Promise<string | null> {
  const { rows } = await sql.query<{ userId: string }>(
    `SELECT user_id AS "userId" FROM accounts WHERE provider_id = 'oidc' AND account_id = $1`,
    [subject],
  );
  return rows[0]?.userId ?? null;
}

/** From now on the provider's number is this person's only one; null: from now on none is. */
export async function linkProvider(sql: Sql, userId: string, subject: string | null): Promise<void> {
  await sql.query(`DELETE FROM accounts WHERE user_id = $1 AND provider_id = 'oidc'`, [userId]);
  if (subject === null) return;
  await sql.query(`INSERT INTO accounts (id, account_id, provider_id, user_id) VALUES ($1, $2, 'oidc', $3)`, [
    uuidV7(),
    subject,
    userId,
  ]);
}

type NewPerson = { subject: string; email: string; name: string; role: Role; organisationId: string };

/** A person without a password, who comes in by the provider alone; null when the address is taken. */
export async function insertProviderPerson(sql: Sql, { subject, ...person }: NewPerson): Promise<string | null> {
  const id = uuidV7();
  const { rowCount } = await sql.query(
    `INSERT INTO users (id, name, email, email_verified, role, organisation_id) VALUES ($1, $2, $3, true, $4, $5)
     ON CONFLICT (email) DO NOTHING`,
    [id, person.name, person.email, person.role, person.organisationId],
  );
  if (rowCount !== 1) return null;
  await linkProvider(sql, id, subject);
  return id;
}

/** Role and organisation as the provider says; true when either was another. What one organisation cleared somebody for is not another's word. */
export async function changeStanding(
  sql: Sql,
  userId: string,
  { role, organisationId }: { role: Role; organisationId: string },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE users SET role = $2, organisation_id = $3, updated_at = now(),
       clearance = CASE WHEN organisation_id = $3 THEN clearance ELSE 'intern' END
     WHERE id = $1 AND (role <> $2 OR organisation_id <> $3)`,
    [userId, role, organisationId],
  );
  return rowCount === 1;
}
