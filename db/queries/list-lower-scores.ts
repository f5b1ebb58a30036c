import type { Sql } from '#db/client.ts';

/** The items of files that hold one definition each and score lower than was written of the file, by about `margin` or more. */
export async function listLowerScores(
  sql: Sql,
  jobId: string,
  files: readonly { file: string; score: number }[],
  margin: number,
): Promise<{ position: number; before: number; score: number }[]> {
  const { rows } = await sql.query<{ position: number; before: number; score: number }>(
    `SELECT min(i.position) AS position, f.score AS before, min(i.quality_score) AS score
     FROM json_to_recordset($2::json) AS f(file text, score real)
     JOIN job_items i ON i.job_id = $1 AND i.source_file = f.file
     GROUP BY f.file, f.score HAVING count(*) = 1 AND min(i.quality_score) <= f.score - $3::real + 0.001 ORDER BY 1`,
    [jobId, JSON.stringify(files), margin],
  );
  return rows;
}
