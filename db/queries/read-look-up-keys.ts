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
    // As bytes, because numbers as text take three times as long to write there and to read here.
    await sql.query(
      `DECLARE look_up_keys NO SCROLL CURSOR FOR
       SELECT uuid_send(d.id) || bit_send(d.text_sketch) || array_send(d.text_keys) || convert_to(concat_ws($3,
         lower(d.term), lower(d.preferred_term), nullif(lower(array_to_string(d.synonyms, $3)), '')), 'UTF8') AS bytes
       FROM definitions d WHERE ${THERE}`,
      [own.organisationId, own.clearance, SEPARATOR],
    );
    for (;;) {
      const { rows } = await sql.query<{ bytes: Buffer }>(`FETCH ${AT_ONCE} FROM look_up_keys`);
      if (rows.length > 0) yield rows.map(({ bytes }) => fromBytes(bytes));
      if (rows.length < AT_ONCE) break;
    }
    await sql.query('COMMIT');
    isOver = true;
  } finally {
    // Whoever stops in the middle, or fails, gives no connection back that is still in a transaction.
    sql.release(!isOver);
  }
}

/** Lengths in bytes of how Postgres sends values; each part of a sketch and each key of an array has 4 of its own. */
const ID = 16;
const LENGTH_OF_BITS = 4;
const PARTS_OF_SKETCH = 4;
const EMPTY_ARRAY = 12;
const DIMENSION = 8;

/** An id, a `bit(128)`, an array of numbers and a text, one behind the other. */
function fromBytes(bytes: Buffer): LookUpKeys {
  let at = ID + LENGTH_OF_BITS;
  const sketch = Array.from({ length: PARTS_OF_SKETCH }, (_, part) => bytes.readInt32BE(at + part * 4));
  at += PARTS_OF_SKETCH * 4;
  const dimensions = bytes.readInt32BE(at);
  at += EMPTY_ARRAY;
  const count = dimensions === 0 ? 0 : bytes.readInt32BE(at);
  if (count > 0) at += DIMENSION;
  // Before each number stands how long it is.
  const keys = Array.from({ length: count }, (_, index) => bytes.readInt32BE(at + index * 8 + 4));
  const names = bytes.toString('utf8', at + count * 8).split(SEPARATOR);
  return { id: uuidOf(bytes), names, keys, sketch };
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex', 0, ID);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
