import type { Sql } from '#db/client.ts';

const EXAMPLES = 3;

export type BatchError = {
  code: string;
  count: number;
  /** In how many jobs of the batch it occurs. */
  jobs: number;
  examples: { jobId: string; position: number; term: string | null; file: string | null }[];
};

/** Why items of a batch failed or could not be taken back, over all its jobs, most frequent first. */
export async function readBatchErrors(sql: Sql, batchId: string): Promise<BatchError[]> {
  const { rows } = await sql.query<BatchError>(
    `SELECT code, count(*)::int AS count, count(DISTINCT job_id)::int AS jobs,
       jsonb_agg(jsonb_build_object('jobId', job_id, 'position', position, 'term', term, 'file', source_file)
         ORDER BY nth) FILTER (WHERE nth <= ${EXAMPLES}) AS examples
     FROM (SELECT coalesce(i.problem_code, 'internal_error') AS code, i.job_id, i.position, i.term, i.source_file,
             row_number() OVER (PARTITION BY coalesce(i.problem_code, 'internal_error') ORDER BY j.place, i.position) AS nth
           FROM jobs j JOIN job_items i ON i.job_id = j.id
           WHERE j.batch_id = $1 AND i.status IN ('failed', 'rollback_conflict')) failed
     GROUP BY code ORDER BY 2 DESC, 1`,
    [batchId],
  );
  return rows;
}
