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
 * Locks the next chunk that may start: not done, not in another lane, everything it depends on done. The lock is the claim;
 * it vanishes with the connection, so a crash leaves nothing to clean up.
 */
export async function lockNextChunk(sql: Sql, jobId: string): Promise<Chunk | null> {
  const { rows } = await sql.query<Chunk>(
    `SELECT c.number, c.first, c.last, c.attempts FROM job_chunks c
     WHERE c.job_id = $1 AND NOT c.done AND NOT EXISTS (
       SELECT FROM job_chunks before WHERE before.job_id = c.job_id AND NOT before.done AND before.number < c.after)
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

/** Locks the last chunk that is done and not yet undone: undoing goes backwards. */
export async function lockLastChunk(sql: Sql, jobId: string): Promise<Chunk | null> {
  const { rows } = await sql.query<Chunk>(
    `SELECT number, first, last, attempts FROM job_chunks
     WHERE job_id = $1 AND done AND NOT undone ORDER BY number DESC LIMIT 1 FOR UPDATE`,
    [jobId],
  );
  return rows[0] ?? null;
}

export async function markChunkUndone(sql: Sql, jobId: string, number: number): Promise<void> {
  await sql.query('UPDATE job_chunks SET undone = true WHERE job_id = $1 AND number = $2', [jobId, number]);
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
