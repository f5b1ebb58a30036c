import type { Sql } from '#db/client.ts';

/** Which items of an ended job are taken up again. */
export type RetryChoice = 'failed' | 'unprocessed' | 'corrected' | 'all' | readonly number[];

const OUTCOMES = {
  failed: ['failed'],
  unprocessed: ['cancelled'],
  corrected: ['failed', 'cancelled'],
  all: ['succeeded', 'unchanged', 'skipped', 'failed', 'cancelled'],
};

function chosen(choice: RetryChoice): { outcomes: readonly string[]; positions: readonly number[] | null } {
  if (typeof choice === 'string') return { outcomes: OUTCOMES[choice], positions: null };
  return { outcomes: ['failed', 'cancelled'], positions: choice };
}

const CHOSEN = `i.job_id = $2 AND i.status = ANY ($3::item_outcome[]) AND ($4::int[] IS NULL OR i.position = ANY ($4))`;

/** Takes items of an import up in a new job, as they were staged or have been corrected since; returns how many. */
export async function copyImportItems(sql: Sql, jobId: string, from: string, choice: RetryChoice): Promise<number> {
  const { outcomes, positions: asked } = chosen(choice);
  const positions = choice === 'corrected' ? await correctedItems(sql, from) : asked;
  const { rowCount } = await sql.query(
    `WITH chosen AS MATERIALIZED (
       SELECT i.*, row_number() OVER (ORDER BY i.position)::int - 1 AS number FROM job_items i WHERE ${CHOSEN}
     ), contents AS (
       INSERT INTO job_item_contents (job_id, position, image, given, raw, correction, corrected_by, corrected_at)
       SELECT $1, n.number, c.image, c.given, c.raw, c.correction, c.corrected_by, c.corrected_at FROM chosen n
       JOIN job_item_contents c ON c.job_id = n.job_id AND c.position = n.position)
     INSERT INTO job_items (job_id, position, work_order, retry_position, source_file, source_line, term, definition_id,
       base_version, findings)
     SELECT $1, number, number, position, source_file, source_line, term, definition_id, base_version, findings FROM chosen`,
    [jobId, from, outcomes, positions],
  );
  return setTotal(sql, jobId, rowCount);
}

/** Takes definitions or terms up in a new job, each definition at the version it has now; returns how many. */
export async function copyItems(sql: Sql, jobId: string, from: string, choice: RetryChoice): Promise<number> {
  const { outcomes, positions } = chosen(choice);
  const { rowCount } = await sql.query(
    `INSERT INTO job_items (job_id, position, work_order, retry_position, term, definition_id, base_version, verdict,
       quality_score, category_scores)
     SELECT $1, number, number, position, term, definition_id, version, verdict, quality_score, category_scores FROM (
       SELECT i.position, i.term, i.definition_id, coalesce(d.version, i.base_version) AS version, i.verdict, i.quality_score,
         i.category_scores,
         row_number() OVER (ORDER BY i.position)::int - 1 AS number
       FROM job_items i LEFT JOIN definitions d ON d.id = i.definition_id WHERE ${CHOSEN}) chosen`,
    [jobId, from, outcomes, positions],
  );
  return setTotal(sql, jobId, rowCount);
}

/** Corrected after the job ended, and not taken up by a later job since. */
const CORRECTED = `c.correction IS NOT NULL AND i.status IN ('failed', 'cancelled') AND c.corrected_at > j.finished_at
  AND NOT EXISTS (SELECT FROM jobs r JOIN job_items t ON t.job_id = r.id
    WHERE r.retry_of = c.job_id AND t.retry_position = c.position AND r.created_at > c.corrected_at)`;
const OF_CORRECTED = `job_item_contents c JOIN job_items i ON i.job_id = c.job_id AND i.position = c.position
  JOIN jobs j ON j.id = c.job_id`;

/** The items of an ended job that were put right and wait to be done again. */
async function correctedItems(sql: Sql, jobId: string): Promise<number[]> {
  const { rows } = await sql.query<{ position: number }>(
    `SELECT c.position FROM ${OF_CORRECTED} WHERE c.job_id = $1 AND ${CORRECTED} ORDER BY c.position`,
    [jobId],
  );
  return rows.map(({ position }) => position);
}

/** How many those are, per job that has any. */
export async function countCorrected(sql: Sql, jobIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ id: string; count: number }>(
    `SELECT c.job_id AS id, count(*)::int AS count FROM ${OF_CORRECTED} WHERE c.job_id = ANY ($1::uuid[]) AND ${CORRECTED}
     GROUP BY 1`,
    [jobIds],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

async function setTotal(sql: Sql, jobId: string, rowCount: number | null): Promise<number> {
  await sql.query('UPDATE jobs SET total = $2 WHERE id = $1', [jobId, rowCount ?? 0]);
  return rowCount ?? 0;
}
