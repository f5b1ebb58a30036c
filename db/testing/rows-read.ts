import type pg from 'pg';
import { inTransaction } from '#db/client.ts';

/** Runs `work` in a transaction and counts the rows of these tables that it has read, by index or otherwise. */
export async function rowsRead<T>(
  pool: pg.Pool,
  tables: readonly string[],
  work: (sql: pg.PoolClient) => Promise<T>,
): Promise<{ result: T; read: number }> {
  return inTransaction(pool, async (sql) => {
    const before = await readSoFar(sql, tables);
    const result = await work(sql);
    return { result, read: (await readSoFar(sql, tables)) - before };
  });
}

/** By this connection, what its last transactions have not reported yet included. */
async function readSoFar(sql: pg.PoolClient, tables: readonly string[]): Promise<number> {
  const { rows } = await sql.query<{ read: number }>(
    `SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::int AS read FROM pg_stat_xact_user_tables
     WHERE relname = ANY ($1)`,
    [tables],
  );
  return rows[0]?.read ?? 0;
}

/** From here on tables have the statistics they have now, as they have them in the first minute after a large import. */
export async function withoutStatistics(pool: pg.Pool, tables: readonly string[]): Promise<void> {
  for (const table of tables) await pool.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
}
