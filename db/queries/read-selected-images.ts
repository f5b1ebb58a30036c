import type { Sql } from '#db/client.ts';
import { IMAGE_COLUMNS, type RowImage } from '#db/row-image.ts';
import type { Verdict } from '#domain/definition.ts';

const image = [...IMAGE_COLUMNS.filter((column) => column !== 'text_sketch'), 'approved_by', 'approved_at']
  .map((column) => `'${column}', d.${column}`)
  .concat(`'text_sketch', d.text_sketch::text`);
/** jsonb_build_object takes a hundred arguments at the most. */
const half = Math.ceil(image.length / 2);
const IMAGE = [image.slice(0, half), image.slice(half)]
  .map((columns) => `jsonb_build_object(${columns.join(', ')})`)
  .join(' || ');

export type SelectedImage = {
  position: number;
  term: string | null;
  definitionId: string;
  /** Null when the definition is gone, or deleted. */
  version: number | null;
  image: RowImage | null;
  verdict: Verdict | null;
  qualityScore: number | null;
  categoryScores: number[] | null;
  /** A legal hold is on it. */
  held: boolean;
};

/** A run of the definitions a job is about, behind a position, each as the row image it is now; -1 begins at the first. */
export async function readSelectedImages(
  sql: Sql,
  job: { id: string; organisationId: string },
  after: number,
  limit: number,
): Promise<SelectedImage[]> {
  const { rows } = await sql.query<SelectedImage>(
    `SELECT i.position, coalesce(d.term, i.term) AS term, i.definition_id AS "definitionId", d.version, d.verdict,
       d.quality_score AS "qualityScore", d.category_scores AS "categoryScores", coalesce(d.holds > 0, false) AS held,
       CASE WHEN d.id IS NOT NULL THEN ${IMAGE} END AS image
     FROM job_items i
     LEFT JOIN definitions d ON d.id = i.definition_id AND d.organisation_id = $2 AND d.deleted_at IS NULL
     WHERE i.job_id = $1 AND i.position > $3 ORDER BY i.position LIMIT $4`,
    [job.id, job.organisationId, after, limit],
  );
  return rows;
}
