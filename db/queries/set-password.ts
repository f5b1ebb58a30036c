import type { Sql } from '#db/client.ts';

/** Gives a person another password; the address is in lower case. Answers whether there is such a person. */
export async function setPassword(
  sql: Sql,
  { email, passwordHash }: { email: string; passwordHash: string },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE accounts a SET password = $2, updated_at = now() FROM users u
     WHERE u.id = a.user_id AND u.email = $1 AND a.provider_id = 'credential'`,
    [email, passwordHash],
  );
  return rowCount === 1;
}
