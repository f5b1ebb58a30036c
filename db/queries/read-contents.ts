import type { Sql } from '#db/client.ts';
import { contentFromRow } from '#db/row-image.ts';
import type { DefinitionContent } from '#domain/definition.ts';

/** The present content of definitions of one organisation, by id. */
export async function readContents(
  sql: Sql,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, DefinitionContent>> {
  const { rows } = await sql.query<Record<string, unknown> & { id: string }>(
    'SELECT * FROM definitions WHERE organisation_id IS NOT DISTINCT FROM $1 AND id = ANY ($2::uuid[])',
    [organisationId, ids],
  );
  return new Map(rows.map((row) => [row.id, contentFromRow(row)]));
}

/** Which of these terms (in lower case, each with the id of one definition) and ids one organisation has a definition for. */
export async function findKnown(
  sql: Sql,
  organisationId: string,
  terms: readonly string[],
  ids: readonly string[],
): Promise<{ terms: Map<string, string>; ids: Set<string> }> {
  const { rows } = await sql.query<{ term: string; id: string }>(
    `SELECT lower(term) AS term, id FROM definitions
     WHERE organisation_id = $1 AND status <> 'archived' AND deleted_at IS NULL
       AND (lower(term) = ANY ($2::text[]) OR id = ANY ($3::uuid[]))`,
    [organisationId, terms, ids],
  );
  return { terms: new Map(rows.map((row) => [row.term, row.id])), ids: new Set(rows.map((row) => row.id)) };
}
