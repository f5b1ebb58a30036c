import type pg from 'pg';
import type { Own } from '#domain/clearance.ts';
import { THERE } from './find-neighbours.ts';

/** What a definition is found by: its names in lower case, the keys its text is kept under, and its sketch as `bitsOf` writes it. */
export type LookUpKeys = { id: string; names: string[]; keys: number[]; sketch: number[] };

const AT_ONCE = 5_000;
const SEPARATOR = '\x1f';

/** How many definitions an organisation has, neither deleted nor archived; of more than `most` one more than that is told. */
export async function countVisible(pool: pg.Pool, own: Own, most: number): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (SELECT FROM definitions d WHERE ${THERE} LIMIT $3) counted`,
    [own.organisationId, own.clearance, most + 1],
  );
  return rows[0]?.count ?? 0;
}

/** What all definitions of an organisation are found by, neither deleted nor archived ones, some thousands at a time. */
export async function* readLookUpKeys(pool: pg.Pool, own: Own): AsyncGenerator<LookUpKeys[]> {
  const sql = await pool.connect();
  let isOver = false;
  try {
    await sql.query('BEGIN READ ONLY');
    // As text, because arrays of numbers take ten times as long to get out of what the driver makes of them.
    await sql.query(
      `DECLARE look_up_keys NO SCROLL CURSOR FOR
       SELECT d.id, concat_ws($3, lower(d.term), array_to_string(lexport_other_names(d.preferred_term, d.synonyms), $3)) AS names,
         array_to_string(d.text_keys, ' ') AS keys,
         concat_ws(' ', d.text_sketch::bit(32)::int, (d.text_sketch << 32)::bit(32)::int,
           (d.text_sketch << 64)::bit(32)::int, (d.text_sketch << 96)::bit(32)::int) AS sketch
       FROM definitions d WHERE ${THERE}`,
      [own.organisationId, own.clearance, SEPARATOR],
    );
    for (;;) {
      const { rows } = await sql.query<Record<'id' | 'names' | 'keys' | 'sketch', string>>(
        `FETCH ${AT_ONCE} FROM look_up_keys`,
      );
      if (rows.length > 0)
        yield rows.map(({ id, names, keys, sketch }) => {
          return { id, names: names.split(SEPARATOR), keys: numbersOf(keys), sketch: numbersOf(sketch) };
        });
      if (rows.length < AT_ONCE) break;
    }
    await sql.query('COMMIT');
    isOver = true;
  } finally {
    // Whoever stops in the middle, or fails, gives no connection back that is still in a transaction.
    sql.release(!isOver);
  }
}

function numbersOf(text: string): number[] {
  return text === '' ? [] : text.split(' ').map(Number);
}
