import type { Sql } from '#db/client.ts';

/** Terms of one statement: a hundred thousand at once take longer than a statement may on a busy machine. */
const AT_ONCE = 2_000;

/** Makes terms the items of a job, in the order they were given, and sets the job's total. */
export async function insertTerms(sql: Sql, jobId: string, terms: readonly string[]): Promise<void> {
  for (let first = 0; first < terms.length; first += AT_ONCE)
    await sql.query(
      `INSERT INTO job_items (job_id, position, work_order, term)
       SELECT $1, $3 + number - 1, $3 + number - 1, term FROM unnest($2::text[]) WITH ORDINALITY AS t(term, number)`,
      [jobId, terms.slice(first, first + AT_ONCE), first],
    );
  await sql.query('UPDATE jobs SET total = $2 WHERE id = $1', [jobId, terms.length]);
}
