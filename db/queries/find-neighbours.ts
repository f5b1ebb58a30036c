import type { Sql } from '#db/client.ts';
import type { Own } from '#domain/clearance.ts';
import type { DefinitionContent } from '#domain/definition.ts';
import { MOST_DIFFERING_BITS } from '#domain/validation/text-keys.ts';
import { ownSql } from './visible-definitions.ts';

/** A definition that was found around another, as far as the rules need it. */
export type FoundRow = Pick<
  DefinitionContent,
  | 'term'
  | 'definition'
  | 'preferredTerm'
  | 'synonyms'
  | 'category'
  | 'organisationalContext'
  | 'legalContext'
  | 'legalBasis'
  | 'classification'
> & { id: string };

const COLUMNS = `d.id, d.term, d.definition, d.preferred_term AS "preferredTerm", d.synonyms, d.category,
  d.organisational_context AS "organisationalContext", d.legal_context AS "legalContext", d.legal_basis AS "legalBasis",
  d.classification`;
/** Of definitions `d` those that count as there: of the organisation $1, for the clearance $2. */
export const THERE = `${ownSql('$1', '$2')} AND d.deleted_at IS NULL AND d.status <> 'archived'`;

/** So many definitions of one name, or resembling one text, are enough to say what is the matter. */
const MOST_PER_NAME = 4;
const NAMES_AT_ONCE = 256;
const MOST_PER_TEXT = 8;
/** Of a family of thousands that are written alike, the first few say enough; looking at all for each of them takes for ever. */
const MOST_LOOKED_AT = 64;
/** So few texts are asked for in one statement that it has its answer in time also where others keep the machine busy. */
const TEXTS_AT_ONCE = 100;

/**
 * The definitions of one organisation that have one of these names (in lower case) as term, preferred term or synonym, a few for
 * each name; neither deleted nor archived ones.
 */
export async function findNamed(sql: Sql, own: Own, names: readonly string[]): Promise<FoundRow[]> {
  if (names.length === 0) return [];
  const { rows } = await sql.query<FoundRow>(
    `WITH asked AS MATERIALIZED (SELECT value AS name FROM json_array_elements_text($3::json)),
     by_term AS (
       SELECT f.id FROM asked a CROSS JOIN LATERAL (
         -- Fenced off, and visibility outside: without statistics a partial index over the organisation seems as good as the one
         -- by term, and then every definition is read for each name.
         SELECT d.id FROM (SELECT * FROM definitions same
           WHERE same.organisation_id = $1 AND lower(same.term) = a.name OFFSET 0) d
         WHERE ${THERE} ORDER BY d.id LIMIT ${MOST_PER_NAME}) f),
     by_other_name AS (
       -- A few hundred at a time: a scan for thousands at once compares each definition it meets with all of them.
       SELECT d.id FROM (SELECT array_agg(name) AS names
         FROM (SELECT name, row_number() OVER () / ${NAMES_AT_ONCE} AS part FROM asked) parted GROUP BY part) few
       CROSS JOIN LATERAL (SELECT * FROM definitions named
         WHERE lexport_other_names(named.preferred_term, named.synonyms) && few.names OFFSET 0) d
       WHERE ${THERE})
     SELECT ${COLUMNS} FROM (SELECT id FROM by_term UNION SELECT id FROM by_other_name) f
     -- One by one: how many there are cannot be foreseen, and a join would read the whole table for a few.
     CROSS JOIN LATERAL (SELECT * FROM definitions found WHERE found.id = f.id OFFSET 0) d`,
    [own.organisationId, own.clearance, JSON.stringify(names)],
  );
  return rows;
}

/**
 * What is asked about one text: under which keys others may be kept that resemble it, or stand within it, and its sketch; see
 * text-keys.ts.
 */
export type AskedText = { number: number; alike: readonly number[]; within: readonly number[]; sketch: string };

type FoundText = FoundRow & { number: number; within: boolean };

/**
 * The definitions of one organisation that share a key with each of these texts, those most like it first and a few for each;
 * `within`: they were found by their beginning. Neither deleted nor archived ones.
 */
export async function findByText(sql: Sql, own: Own, asked: readonly AskedText[]): Promise<FoundText[]> {
  const found: FoundText[] = [];
  for (let first = 0; first < asked.length; first += TEXTS_AT_ONCE)
    for (const row of await findSome(sql, own, asked.slice(first, first + TEXTS_AT_ONCE))) found.push(row);
  return found;
}

async function findSome(sql: Sql, own: Own, asked: readonly AskedText[]): Promise<FoundText[]> {
  const { rows } = await sql.query<FoundText>(
    `WITH asked AS MATERIALIZED (
       SELECT number, within, keys, sketch
       FROM json_to_recordset($3::json) AS a(number int, within boolean, keys int[], sketch bit(128)))
     SELECT a.number, a.within, ${COLUMNS} FROM asked a CROSS JOIN LATERAL (
       SELECT d.*, bit_count(d.text_sketch # a.sketch) AS differing
       FROM (SELECT d.* FROM (SELECT * FROM definitions kept WHERE kept.text_keys && a.keys OFFSET 0) d
         WHERE ${THERE} LIMIT ${MOST_LOOKED_AT}) d
       WHERE a.within OR bit_count(d.text_sketch # a.sketch) <= ${MOST_DIFFERING_BITS}
       ORDER BY differing, d.id LIMIT ${MOST_PER_TEXT}) d`,
    [
      own.organisationId,
      own.clearance,
      JSON.stringify(
        asked.flatMap(({ number, alike, within, sketch }) => [
          ...(alike.length > 0 ? [{ number, within: false, keys: alike, sketch }] : []),
          ...(within.length > 0 ? [{ number, within: true, keys: within, sketch }] : []),
        ]),
      ),
    ],
  );
  return rows;
}

/** Those of some definitions of one organisation that are there, in no order; neither deleted nor archived ones. */
export async function findByIds(sql: Sql, own: Own, ids: readonly string[]): Promise<FoundRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql.query<FoundRow>(
    `SELECT ${COLUMNS} FROM unnest($3::uuid[]) AS asked(id)
     CROSS JOIN LATERAL (SELECT * FROM definitions one WHERE one.id = asked.id OFFSET 0) d WHERE ${THERE}`,
    [own.organisationId, own.clearance, ids],
  );
  return rows;
}
