import type { Sql } from '#db/client.ts';

/** Makes terms the items of a job, in the order they were given, and sets the job's total. */
export async function insertTerms(sql: Sql, jobId: string, terms: readonly string[]): Promise<void> {
  await sql.query(
    `INSERT INTO job_items (job_id, position, work_order, term)
     SELECT $1, number - 1, number - 1, term FROM unnest($2::text[]) WITH ORDINALITY AS t(term, number)`,
    [jobId, terms],
  );
  await sql.query('UPDATE jobs SET total = $2 WHERE id = $1', [jobId, terms.length]);
}
