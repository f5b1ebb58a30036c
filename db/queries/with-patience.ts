import type { Sql } from '#db/client.ts';

/**
 * Long enough for a statement over all items of the largest job: 100 000 take a few seconds, and ten times that where others keep
 * the machine busy. Whatever hangs longer is not coming back.
 */
const PATIENCE = '3min';

/** Lets statements take longer than a connection otherwise allows, in the caller's transaction, and not beyond `work`. */
export async function withPatience<T>(sql: Sql, work: () => Promise<T>): Promise<T> {
  await sql.query(`SET LOCAL statement_timeout = '${PATIENCE}'`);
  const result = await work();
  await sql.query('SET LOCAL statement_timeout TO DEFAULT');
  return result;
}
