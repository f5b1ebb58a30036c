import type { Sql } from '#db/client.ts';

/** Which items of an ended job are taken up again. */
export type RetryChoice = 'failed' | 'unprocessed' | readonly number[];

const OUTCOMES = { failed: ['failed'], unprocessed: ['cancelled'] };

function chosen(choice: RetryChoice): { outcomes: readonly string[]; positions: readonly number[] | null } {
  if (choice === 'failed' || choice === 'unprocessed') return { outcomes: OUTCOMES[choice], positions: null };
  return { outcomes: ['failed', 'cancelled'], positions: choice };
}

const CHOSEN = `i.job_id = $2 AND i.status = ANY ($3::item_outcome[]) AND ($4::int[] IS NULL OR i.position = ANY ($4))`;

/** Takes items of an import up in a new job, as they were staged; returns how many. */
export async function copyImportItems(sql: Sql, jobId: string, from: string, choice: RetryChoice): Promise<number> {
  const { outcomes, positions } = chosen(choice);
  const { rowCount } = await sql.query(
    `WITH chosen AS MATERIALIZED (
       SELECT i.*, row_number() OVER (ORDER BY i.position)::int - 1 AS number FROM job_items i WHERE ${CHOSEN}
     ), contents AS (
       INSERT INTO job_item_contents (job_id, position, image, given, raw)
       SELECT $1, n.number, c.image, c.given, c.raw FROM chosen n
       JOIN job_item_contents c ON c.job_id = n.job_id AND c.position = n.position)
     INSERT INTO job_items (job_id, position, work_order, source_file, source_line, term, definition_id, base_version, findings)
     SELECT $1, number, number, source_file, source_line, term, definition_id, base_version, findings FROM chosen`,
    [jobId, from, outcomes, positions],
  );
  return setTotal(sql, jobId, rowCount);
}

/** Takes definitions or terms up in a new job, each definition at the version it has now; returns how many. */
export async function copyItems(sql: Sql, jobId: string, from: string, choice: RetryChoice): Promise<number> {
  const { outcomes, positions } = chosen(choice);
  const { rowCount } = await sql.query(
    `INSERT INTO job_items (job_id, position, work_order, term, definition_id, base_version, verdict, quality_score,
       category_scores)
     SELECT $1, number, number, term, definition_id, version, verdict, quality_score, category_scores FROM (
       SELECT i.term, i.definition_id, coalesce(d.version, i.base_version) AS version, i.verdict, i.quality_score,
         i.category_scores,
         row_number() OVER (ORDER BY i.position)::int - 1 AS number
       FROM job_items i LEFT JOIN definitions d ON d.id = i.definition_id WHERE ${CHOSEN}) chosen`,
    [jobId, from, outcomes, positions],
  );
  return setTotal(sql, jobId, rowCount);
}

async function setTotal(sql: Sql, jobId: string, rowCount: number | null): Promise<number> {
  await sql.query('UPDATE jobs SET total = $2 WHERE id = $1', [jobId, rowCount ?? 0]);
  return rowCount ?? 0;
}
