import { drizzle } from 'drizzle-orm/node-postgres';
import type { Sql } from './client.ts';

/**
 * Drizzle over a pool or over the connection of a transaction. Apart from client.ts because loading it takes a second and
 * 200 MB, which a processor, whose statements are all SQL, need not spend.
 */
export function orm(sql: Sql) {
  return drizzle(sql, { casing: 'snake_case' });
}
