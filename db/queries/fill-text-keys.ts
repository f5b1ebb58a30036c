import type { Sql } from '#db/client.ts';
import { textColumnsOf } from '#db/row-image.ts';

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
  const found = rows.map((row) => ({ id: row.id, version: row.version, ...textColumnsOf(row) }));
  await sql.query(
    `UPDATE definitions d SET text_keys = f.text_keys, text_sketch = f.text_sketch
     FROM json_to_recordset($1::json) AS f(id uuid, version int, text_keys int[], text_sketch bit(128))
     WHERE d.id = f.id AND d.version = f.version AND d.text_keys IS NULL`,
    [JSON.stringify(found)],
  );
  return rows.length;
}
