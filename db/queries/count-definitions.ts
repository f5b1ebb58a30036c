import type { Sql } from '#db/client.ts';
import type { SelectionValues } from '#domain/definition-filter.ts';
import { selectionSql } from './definition-filter.ts';

/** How many definitions a selection means at this moment, seen from one organisation or from all (null). */
export async function countDefinitions(sql: Sql, selection: SelectionValues, scope: string | null): Promise<number> {
  const params: unknown[] = [];
  const where = selectionSql(selection, scope, params);
  const { rows } = await sql.query(`SELECT count(*)::int AS count FROM definitions d WHERE ${where}`, params);
  return rows[0].count;
}
