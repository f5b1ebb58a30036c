import type { Sql } from '#db/client.ts';
import { IMAGE_COLUMNS, type RowImage } from '#db/row-image.ts';

const columns = IMAGE_COLUMNS.join(', ');
const ofImage = IMAGE_COLUMNS.map((column) => `r.${column}`).join(', ');

export type NewDefinitions = {
  organisationId: string;
  userId: string | null;
  reason: string;
  rows: readonly { id: string; image: RowImage }[];
};

/**
 * Adds definitions with their first version. One whose identity is taken is left out. Answers the ids of those added, with
 * their content hashes.
 */
export async function insertDefinitions(
  sql: Sql,
  { organisationId, userId, reason, rows }: NewDefinitions,
): Promise<{ id: string; contentHash: string }[]> {
  const { rows: added } = await sql.query(
    `WITH given AS MATERIALIZED (
       SELECT g.id, g.image FROM jsonb_to_recordset($4::jsonb) AS g(id uuid, image jsonb)
     ), added AS (
       INSERT INTO definitions (id, organisation_id, created_by, updated_by, ${columns})
       SELECT g.id, $1, $2, $2, ${ofImage} FROM given g, LATERAL jsonb_populate_record(NULL::definitions, g.image) r
       ON CONFLICT DO NOTHING RETURNING id, version, content_hash
     ), versioned AS (
       INSERT INTO definition_versions (definition_id, version, snapshot, content_hash, reason, created_by)
       SELECT a.id, a.version, g.image, a.content_hash, $3, $2 FROM added a JOIN given g USING (id))
     SELECT id, content_hash AS "contentHash" FROM added`,
    [organisationId, userId, reason, JSON.stringify(rows)],
  );
  return added;
}
