import type { Sql } from '#db/client.ts';
import { IMAGE_COLUMNS, type RowImage } from '#db/row-image.ts';

const columns = IMAGE_COLUMNS.join(', ');
const ofImage = IMAGE_COLUMNS.map((column) => `r.${column}`).join(', ');

export type DefinitionUpdate = { id: string; version: number; image: RowImage; reason: string; userId: string };

/** Writes the next version of a definition and its snapshot. Answers the new version, or null when it is no longer `version`. */
export async function updateDefinition(
  sql: Sql,
  { id, version, image, reason, userId }: DefinitionUpdate,
): Promise<number | null> {
  const { rows } = await sql.query(
    `WITH changed AS (
       UPDATE definitions d SET (${columns}) = ROW(${ofImage}), version = d.version + 1, updated_at = clock_timestamp(),
         updated_by = $4
       FROM jsonb_populate_record(NULL::definitions, $3::jsonb) r
       WHERE d.id = $1 AND d.version = $2
       RETURNING d.id, d.version, d.content_hash)
     INSERT INTO definition_versions (definition_id, version, snapshot, content_hash, reason, created_by)
     SELECT id, version, $3::jsonb, content_hash, $5, $4 FROM changed RETURNING version`,
    [id, version, JSON.stringify(image), userId, reason],
  );
  return rows[0]?.version ?? null;
}
