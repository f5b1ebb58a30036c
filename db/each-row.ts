import pg from 'pg';
import type { Connection } from './client.ts';

/**
 * Hands over the rows of a query one by one as they arrive, so that each can be gone before the next is there and the database goes on
 * reading meanwhile. What `each` throws is thrown when the query has ended; the rows behind it are let go.
 */
export function eachRow<Row extends pg.QueryResultRow>(
  sql: Connection,
  text: string,
  values: unknown[],
  each: (row: Row) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let failed: { error: unknown } | undefined;
  const query = new pg.Query<Row>(text, values);
  query.on('row', (row: Row) => {
    if (failed) return;
    try {
      each(row);
    } catch (error) {
      failed = { error };
    }
  });
  query.on('error', reject);
  query.on('end', () => (failed ? reject(failed.error) : resolve()));
  sql.query(query);
  return promise;
}
