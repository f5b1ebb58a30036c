import type { Sql } from '#db/client.ts';

/**
 * Reads what a committed chunk has written once more, for what Postgres does then: whoever reads a row first marks it as committed,
 * and after a checkpoint each page with such a mark goes into the log as a whole. Here its pages are in memory and in the log
 * already. Left to the first reader, this was a third of the time of an export after an import.
 */
export async function setHintBits(sql: Sql, jobId: string, { first, last }: { first: number; last: number }) {
  await sql.query({
    name: 'set-hint-bits',
    text: `
      SELECT count(v.content_hash) FROM job_items i
      JOIN definition_versions v ON v.definition_id = i.definition_id AND v.version = i.result_version
      WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3`,
    values: [jobId, first, last],
  });
}
