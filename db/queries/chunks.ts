import type { Sql } from '#db/client.ts';
import type { ChunkPlan } from '#domain/chunks.ts';

export type Chunk = {
  number: number;
  first: number;
  last: number;
  attempts: number;
};

/** Writes the chunks of a job, once: a second processor that comes here finds them and adds none. */
export async function insertChunks(sql: Sql, jobId: string, chunks: readonly ChunkPlan[]): Promise<void> {
  await sql.query(
    `INSERT INTO job_chunks (job_id, number, first, last, after)
     SELECT $1, * FROM unnest($2::int[], $3::int[], $4::int[], $5::int[])
     ON CONFLICT DO NOTHING`,
    [
      jobId,
      chunks.map((chunk) => chunk.number),
      chunks.map((chunk) => chunk.first),
      chunks.map((chunk) => chunk.last),
      chunks.map((chunk) => chunk.after),
    ],
  );
}

/**
 * Locks the next chunk that may start: not done, not in another lane, everything it depends on done, and nobody has stopped the
 * job meanwhile (one that paused itself is probed with it). The lock is the claim; it vanishes with the connection, so a crash
 * leaves nothing to clean up.
 */
export async function lockNextChunk(sql: Sql, jobId: string): Promise<Chunk | null> {
  const { rows } = await sql.query<Chunk>(
    `SELECT c.number, c.first, c.last, c.attempts FROM job_chunks c
     WHERE c.job_id = $1 AND NOT c.done AND NOT EXISTS (
       SELECT FROM job_chunks before WHERE before.job_id = c.job_id AND NOT before.done AND before.number < c.after)
       AND EXISTS (SELECT FROM jobs WHERE id = $1 AND status IN ('running', 'paused'))
     ORDER BY c.number LIMIT 1 FOR UPDATE OF c SKIP LOCKED`,
    [jobId],
  );
  return rows[0] ?? null;
}

/** Locks one chunk that is not done; null when it is done by now or in another lane. */
export async function lockChunk(sql: Sql, jobId: string, number: number): Promise<Chunk | null> {
  const { rows } = await sql.query<Chunk>(
    `SELECT number, first, last, attempts FROM job_chunks
     WHERE job_id = $1 AND number = $2 AND NOT done FOR UPDATE SKIP LOCKED`,
    [jobId, number],
  );
  return rows[0] ?? null;
}

/** Every chunk still to be done, in order. */
export async function listOpenChunks(sql: Sql, jobId: string): Promise<Chunk[]> {
  const { rows } = await sql.query<Chunk>(
    'SELECT number, first, last, attempts FROM job_chunks WHERE job_id = $1 AND NOT done ORDER BY number',
    [jobId],
  );
  return rows;
}

/** Chunks that follow each other without a gap, as one range of work. */
export type ChunkRun = { number: number; first: number; last: number; chunks: number };

/** How many small chunks are looked at for one run. */
const RUN_CHUNKS = 100;

/**
 * Locks the last chunks that are done and not yet undone, as long as they follow each other and hold no more than `items`
 * together: undoing goes backwards. Null when everything is undone.
 */
export async function lockLastChunks(sql: Sql, jobId: string, items: number): Promise<ChunkRun | null> {
  const { rows } = await sql.query<Chunk>(
    `SELECT number, first, last, attempts FROM job_chunks
     WHERE job_id = $1 AND done AND NOT undone ORDER BY number DESC LIMIT ${RUN_CHUNKS} FOR UPDATE`,
    [jobId],
  );
  const [top, ...others] = rows;
  if (!top) return null;
  const run: ChunkRun = { number: top.number, first: top.first, last: top.last, chunks: 1 };
  for (const { number, first, last } of others) {
    if (number !== run.number - 1 || last !== run.first - 1 || run.last - first + 1 > items) break;
    Object.assign(run, { number, first, chunks: run.chunks + 1 });
  }
  return run;
}

export async function markChunksUndone(sql: Sql, jobId: string, { number, chunks }: ChunkRun): Promise<void> {
  await sql.query('UPDATE job_chunks SET undone = true WHERE job_id = $1 AND number BETWEEN $2 AND $3', [
    jobId,
    number,
    number + chunks - 1,
  ]);
}

/** How many chunks a job still has to do; lanes that found none to lock wait while this is not zero. */
export async function countOpenChunks(sql: Sql, jobId: string): Promise<number> {
  const { rows } = await sql.query<{ open: number }>(
    'SELECT count(*)::int AS open FROM job_chunks WHERE job_id = $1 AND NOT done',
    [jobId],
  );
  return rows[0]?.open ?? 0;
}

export async function countChunks(sql: Sql, jobId: string): Promise<number> {
  const { rows } = await sql.query<{ chunks: number }>(
    'SELECT count(*)::int AS chunks FROM job_chunks WHERE job_id = $1',
    [jobId],
  );
  return rows[0]?.chunks ?? 0;
}
