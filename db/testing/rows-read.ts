import type pg from 'pg';
import { inTransaction } from '#db/client.ts';

/** Runs `work` in a transaction and counts the rows of these tables that it has read, by index or otherwise. */
export async function rowsRead<T>(
  pool: pg.Pool,
  tables: readonly string[],
  work: (sql: pg.PoolClient) => Promise<T>,
): Promise<{ result: T; read: number }> {
  return inTransaction(pool, async (sql) => {
    const result = await work(sql);
    const { rows } = await sql.query<{ read: number }>(
      `SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS read FROM pg_stat_xact_user_tables
       WHERE relname = ANY ($1)`,
      [tables],
    );
    return { result, read: rows[0]?.read ?? 0 };
  });
}

/** From here on tables have the statistics they have now, as they have them in the first minute after a large import. */
export async function withoutStatistics(pool: pg.Pool, tables: readonly string[]): Promise<void> {
  for (const table of tables) await pool.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
}
