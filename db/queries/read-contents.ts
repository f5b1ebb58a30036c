import type { Sql } from '#db/client.ts';
import { contentFromRow } from '#db/row-image.ts';
import type { Own } from '#domain/clearance.ts';
import type { Classification, DefinitionContent } from '#domain/definition.ts';
import { classifiedSql, ownSql } from './visible-definitions.ts';

/** The present content of definitions of one organisation, by id. */
export async function readContents(
  sql: Sql,
  own: Own,
  ids: readonly string[],
): Promise<Map<string, DefinitionContent>> {
  const { rows } = await sql.query<Record<string, unknown> & { id: string }>(
    `SELECT * FROM definitions d WHERE d.organisation_id IS NOT DISTINCT FROM $1 AND ${classifiedSql('$3')} AND d.id = ANY ($2::uuid[])`,
    [own.organisationId, ids, own.clearance],
  );
  return new Map(rows.map((row) => [row.id, contentFromRow(row)]));
}

/** Which of these terms (in lower case, each with one definition) and ids one organisation has a definition for. */
export async function findKnown(
  sql: Sql,
  own: Own,
  terms: readonly string[],
  ids: readonly string[],
): Promise<{ terms: Map<string, { id: string; classification: Classification }>; ids: Map<string, Classification> }> {
  const { rows } = await sql.query<{ term: string; id: string; classification: Classification }>(
    `SELECT lower(term) AS term, id, classification FROM definitions d
     WHERE ${ownSql('$1', '$4')} AND status <> 'archived' AND deleted_at IS NULL
       AND (lower(term) = ANY ($2::text[]) OR id = ANY ($3::uuid[]))
     ORDER BY classification DESC`,
    [own.organisationId, terms, ids, own.clearance],
  );
  return {
    // The last one of a term is the one that most may see.
    terms: new Map(rows.map(({ term, ...row }) => [term, row])),
    ids: new Map(rows.map((row) => [row.id, row.classification])),
  };
}
