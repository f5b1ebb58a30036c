import type { Sql } from '#db/client.ts';

/** How long, in milliseconds, until every one of these limits allows more work; 0: now. By the database's clock. */
export async function readAllowanceWait(sql: Sql, keys: readonly string[]): Promise<number> {
  const { rows } = await sql.query<{ ms: number | null }>(
    `SELECT ceil(1000 * max(extract(epoch FROM free_at - clock_timestamp())))::float8 AS ms FROM rate_limits
     WHERE key = ANY ($1)`,
    [keys],
  );
  return Math.max(0, rows[0]?.ms ?? 0);
}

/** Moves the moment from which a limit allows more work; unused time is not saved up. */
export async function spend(sql: Sql, key: string, seconds: number): Promise<void> {
  await sql.query(
    `INSERT INTO rate_limits AS r (key, free_at) VALUES ($1, clock_timestamp() + make_interval(secs => $2))
     ON CONFLICT (key) DO UPDATE SET free_at = greatest(r.free_at, clock_timestamp()) + make_interval(secs => $2)`,
    [key, seconds],
  );
}

/** Forgets limits that have allowed more work for a while. */
export async function forgetRateLimits(sql: Sql): Promise<void> {
  await sql.query(`DELETE FROM rate_limits WHERE free_at < clock_timestamp() - interval '1 hour'`);
}
