import pg from 'pg';
import { isTimeout } from './is-transient.ts';

// Dates stay the text they are, and counts are numbers: none of ours comes near 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** One connection inside a transaction. */
export type Connection = pg.PoolClient;

/** Anything that runs SQL. */
export type Sql = pg.Pool | Connection;

/**
 * A pool whose connections give up rather than hang: a frozen process may not hold row locks for ever.
 * `connections` is the most it opens; `name` shows in pg_stat_activity.
 */
export function openPool(url: string, { connections = 10, name = 'lexport' } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    keepAlive: true,
    application_name: name,
    connectionTimeoutMillis: 10_000,
    options: '-c idle_in_transaction_session_timeout=5s -c lock_timeout=8s -c statement_timeout=15s -c jit=off',
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the program.
  pool.on('error', () => {});
  return pool;
}

/** Runs `work` in one transaction: commits what it returns, rolls back when it throws. */
export async function inTransaction<T>(pool: pg.Pool, work: (sql: Connection) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that dies between two queries emits an error nobody awaits; the next query rejects with its own.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      broken ??= rollbackError;
    });
    // A query on a connection that is gone does not know why it is; what ended it does.
    throw isTimeout(broken) ? broken : error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
