import type { Sql } from '#db/client.ts';
import { textKeysOf } from '#db/row-image.ts';

const AT_ONCE = 500;

/**
 * Gives definitions that were written before there were any the keys by which texts that resemble them find them, a few at a
 * time; answers how many it gave them to. Nothing else of them changes, and two that do it at once write the same.
 */
export async function fillTextKeys(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ id: string; term: string; definition: string; version: number }>(
    `SELECT id, term, definition, version FROM definitions WHERE text_keys IS NULL ORDER BY id LIMIT ${AT_ONCE}`,
  );
  if (rows.length === 0) return 0;
  const keys = rows.map((row) => ({ id: row.id, version: row.version, keys: textKeysOf(row) }));
  await sql.query(
    `UPDATE definitions d SET text_keys = f.keys FROM json_to_recordset($1::json) AS f(id uuid, version int, keys int[])
     WHERE d.id = f.id AND d.version = f.version AND d.text_keys IS NULL`,
    [JSON.stringify(keys)],
  );
  return rows.length;
}
