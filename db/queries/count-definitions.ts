import type { Sql } from '#db/client.ts';
import type { Sight } from '#domain/clearance.ts';
import type { SelectionValues } from '#domain/definition-filter.ts';
import { selectionSql } from './definition-filter.ts';

/** How many definitions a selection means at this moment, of those that this sight has. */
export async function countDefinitions(sql: Sql, selection: SelectionValues, sight: Sight): Promise<number> {
  const params: unknown[] = [];
  const where = selectionSql(selection, sight, params);
  const { rows } = await sql.query(`SELECT count(*)::int AS count FROM definitions d WHERE ${where}`, params);
  return rows[0].count;
}
