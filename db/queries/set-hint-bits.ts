import type { Sql } from '#db/client.ts';

/*
 * Whoever reads a row first has Postgres mark it as committed, and after a checkpoint each page with such a mark goes into the log as
 * a whole. Who wrote rows therefore reads them once as soon as they are committed, while their pages are in memory and in the log
 * already. Left to the first reader, these marks were a third of the time of an export after an import. Beside a commit of the queue,
 * which does not wait for the log, a row may stay without its mark for a moment: then the reader makes it after all.
 */

type Range = { first: number; last: number };

/** Of the items at these positions, and what they would write. */
export async function setHintBitsOfStaged(sql: Sql, jobId: string, { first, last }: Range): Promise<void> {
  await sql.query({
    name: 'set-hint-bits-of-staged',
    text: `
      SELECT count(c.given) FROM job_items i
      JOIN job_item_contents c ON c.job_id = i.job_id AND c.position = i.position
      WHERE i.job_id = $1 AND i.position BETWEEN $2 AND $3`,
    values: [jobId, first, last],
  });
}

/** Of the items with these orders of work, and of the definitions and versions they wrote. */
export async function setHintBitsOfWritten(sql: Sql, jobId: string, { first, last }: Range): Promise<void> {
  await sql.query({
    name: 'set-hint-bits-of-written',
    text: `
      SELECT count(v.content_hash), count(d.holds) FROM job_items i
      JOIN definition_versions v ON v.definition_id = i.definition_id AND v.version = i.result_version
      LEFT JOIN definitions d ON d.id = i.definition_id
      WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3`,
    values: [jobId, first, last],
  });
}
