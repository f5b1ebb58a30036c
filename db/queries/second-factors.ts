import type { Sql } from '#db/client.ts';

/** How long the code of an app may be typed after it was used: it is good for its half minute and the ones beside it. */
const CODE_LIVES = '90 seconds';

export type SecondFactor = {
  enabled: boolean;
  /** Has a password here; without one there is nothing to be the second of. */
  hasPassword: boolean;
};

/** Whether somebody has a second factor. */
export async function readSecondFactor(sql: Sql, userId: string): Promise<SecondFactor> {
  const { rows } = await sql.query<SecondFactor>(
    `SELECT u.two_factor_enabled AS enabled,
       EXISTS (SELECT FROM accounts a WHERE a.user_id = u.id AND a.password IS NOT NULL) AS "hasPassword"
     FROM users u WHERE u.id = $1`,
    [userId],
  );
  return rows[0] ?? { enabled: false, hasPassword: false };
}

/** Who has given the right password and owes a code, by the name of that moment; null when it has passed. */
export async function readChallenge(sql: Sql, identifier: string): Promise<string | null> {
  const { rows } = await sql.query<{ userId: string }>(
    'SELECT value AS "userId" FROM verifications WHERE identifier = $1 AND expires_at > now()',
    [identifier],
  );
  return rows[0]?.userId ?? null;
}

/** Uses up a code that was right; false when the same one was used just before. */
export async function spendCode(sql: Sql, userId: string, codeHash: string): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE two_factors SET last_code = $2, last_code_at = now()
     WHERE user_id = $1 AND NOT (last_code IS NOT DISTINCT FROM $2 AND last_code_at > now() - interval '${CODE_LIVES}')`,
    [userId, codeHash],
  );
  return rowCount === 1;
}

/** Takes the second factor of somebody away; false when there was none. In one organisation only. */
export async function deleteSecondFactor(sql: Sql, userId: string, organisationId: string): Promise<boolean> {
  const { rowCount } = await sql.query(
    'UPDATE users SET two_factor_enabled = false WHERE id = $1 AND organisation_id = $2 AND two_factor_enabled',
    [userId, organisationId],
  );
  if (rowCount !== 1) return false;
  await sql.query('DELETE FROM two_factors WHERE user_id = $1', [userId]);
  return true;
}
