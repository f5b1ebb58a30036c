import type { Sql } from '#db/client.ts';

/** Older failures matter to nobody: no lock lasts longer than a day. */
const KEPT = '1 day';

/** Failed sign-ins of an address within `minutes` of the newest one that still counts, and when a lock over them would end. */
export async function readSignInFailures(
  sql: Sql,
  email: string,
  minutes: number,
): Promise<{ count: number; secondsLeft: number }> {
  const { rows } = await sql.query(
    `SELECT count(*)::int AS count,
       coalesce(ceil(extract(epoch FROM max(at) + make_interval(mins => $2) - clock_timestamp())), 0)::int AS "secondsLeft"
     FROM sign_in_failures WHERE email = $1 AND at > clock_timestamp() - make_interval(mins => $2)`,
    [email, minutes],
  );
  return rows[0];
}

/** Remembers one failed sign-in, and forgets those of long ago. */
export async function insertSignInFailure(sql: Sql, email: string): Promise<void> {
  await sql.query(`DELETE FROM sign_in_failures WHERE at < clock_timestamp() - interval '${KEPT}'`);
  await sql.query('INSERT INTO sign_in_failures (email) VALUES ($1)', [email]);
}

/** A person who signed in starts again from zero. */
export async function clearSignInFailures(sql: Sql, email: string): Promise<void> {
  await sql.query('DELETE FROM sign_in_failures WHERE email = $1', [email]);
}
