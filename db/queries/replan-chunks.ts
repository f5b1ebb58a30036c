import type { Sql } from '#db/client.ts';
import { planChunks } from '#domain/chunks.ts';
import { insertChunks } from './chunks.ts';

type OpenChunk = { number: number; first: number; after: number };

/**
 * Cuts the chunks nobody has begun anew, `size` items each, in the caller's transaction. What is done or in a lane stays, and
 * so does what lies before it: lanes take chunks in order, so that is little. Nothing happens when another processor has the job.
 */
export async function replanChunks(sql: Sql, job: { id: string; fence: string }, size: number): Promise<void> {
  const ours = await sql.query<{ total: number; levelStarts: number[] | null }>(
    `SELECT total, level_starts AS "levelStarts" FROM jobs WHERE id = $1 AND fence = $2 AND status = 'running' FOR SHARE`,
    [job.id, job.fence],
  );
  const found = ours.rows[0];
  if (!found) return;
  const open = await sql.query<OpenChunk>(
    `SELECT number, first, after FROM job_chunks WHERE job_id = $1 AND NOT done ORDER BY number FOR UPDATE SKIP LOCKED`,
    [job.id],
  );
  const begun = await sql.query<{ last: number | null }>(
    'SELECT max(number) AS last FROM job_chunks WHERE job_id = $1 AND NOT number = ANY ($2::int[])',
    [job.id, open.rows.map(({ number }) => number)],
  );
  const lastBegun = begun.rows[0]?.last ?? -1;
  const start = open.rows.find(({ number }) => number > lastBegun);
  if (!start) return;
  await sql.query('DELETE FROM job_chunks WHERE job_id = $1 AND number >= $2', [job.id, start.number]);
  await insertChunks(sql, job.id, planChunks(levelsOf(found.total, found.levelStarts ?? []), size, start));
}

/** The dependency level per order of work, from the orders at which a new level begins. */
function levelsOf(total: number, starts: readonly number[]): Int32Array {
  const levels = new Int32Array(total);
  for (const [level, start] of starts.entries()) levels.fill(level + 1, start);
  return levels;
}
