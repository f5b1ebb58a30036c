import { setTimeout as wait } from 'node:timers/promises';
import { inTransaction, type Sql } from '#db/client.ts';
import { isTransient } from '#db/is-transient.ts';
import { type Chunk, lockChunk, lockNextChunk } from '#db/queries/chunks.ts';
import { finishChunk, moveCounters } from '#db/queries/commit-chunk.ts';
import { findFailures } from '#db/queries/end-items.ts';
import { backoffMs, MAX_CHUNK_ATTEMPTS } from '#domain/backoff.ts';
import type { Applied } from '#server/operations/operation.ts';
import { LimitReached, Superseded } from './interruptions.ts';
import { errorPolicy, type JobAtWork } from './job-at-work.ts';
import { scanChunk } from './scan-chunk.ts';

/**
 * `done`: a chunk was committed. `none`: no chunk may start now. `limit`: committed, and no more failures are tolerated.
 * `stopped`: committed, and somebody wants the job stopped.
 */
export type ChunkOutcome = 'done' | 'none' | 'limit' | 'stopped';

/**
 * Does the next chunk of a job in one transaction: data, outcomes, undo data, audit and counters together or not at all.
 * A passing error is retried with back-off; any other has the chunk replayed item by item.
 */
export async function runChunk(at: JobAtWork): Promise<ChunkOutcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryChunk(at, attempt);
    } catch (error) {
      if (!isTransient(error) || attempt >= MAX_CHUNK_ATTEMPTS) throw error;
      await wait(backoffMs(attempt, Math.random()), undefined, { signal: at.work.signal }).catch(() => {});
    }
  }
}

async function tryChunk(at: JobAtWork, attempts: number): Promise<ChunkOutcome> {
  let chunk: Chunk | null = null;
  try {
    return await inTransaction(at.engine.pool, async (sql) => {
      chunk = await lockNextChunk(sql, at.work.job.id);
      if (!chunk) return 'none';
      const startedAt = new Date();
      const applied = await at.operation.apply(sql, at.work, chunk);
      return commit(sql, at, chunk, applied, { attempts, startedAt });
    });
  } catch (error) {
    if (!chunk || error instanceof Superseded || error instanceof LimitReached || isTransient(error)) throw error;
    return replay(at, (chunk as Chunk).number, attempts + 1);
  }
}

/** The chunk again, item by item; as many failures as are tolerated and one more, which stops the job. */
async function replay(at: JobAtWork, number: number, attempts: number): Promise<ChunkOutcome> {
  try {
    return await inTransaction(at.engine.pool, async (sql) => {
      const left = await failuresLeft(sql, at);
      if (left <= 0) return 'limit';
      const chunk = await lockChunk(sql, at.work.job.id, number);
      if (!chunk) return 'none';
      const startedAt = new Date();
      const scanned = await scanChunk(sql, at, chunk, left);
      const output = scanned.outputs.length > 0 ? scanned.outputs : undefined;
      return commit(sql, at, chunk, { ...scanned, output }, { attempts, startedAt });
    });
  } catch (error) {
    // Another lane counted failures meanwhile: count again what is left.
    if (error instanceof TooManyAtOnce) return replay(at, number, attempts + 1);
    throw error;
  }
}

async function commit(
  sql: Sql,
  at: JobAtWork,
  chunk: Chunk,
  { tally, items, lastTerm, output }: Applied,
  { attempts, startedAt }: { attempts: number; startedAt: Date },
): Promise<ChunkOutcome> {
  const { mode, tolerated } = errorPolicy(at.work.job);
  const { id } = at.work.job;
  if (tally.failed > 0 && mode === 'stop') throw new LimitReached(await findFailures(sql, id, chunk.first, chunk.last));
  await finishChunk(sql, id, { number: chunk.number, items, attempts, startedAt, output });
  const counters = await moveCounters(sql, { id, fence: at.fence }, tally, { currentItem: lastTerm });
  if (!counters) throw new Superseded();
  if (tolerated === null || counters.failed <= tolerated) return counters.status === 'running' ? 'done' : 'stopped';
  // Failure n + 1 stops the job: whatever came behind it in this chunk must not have happened.
  if (counters.failed > tolerated + 1) throw new TooManyAtOnce();
  return 'limit';
}

/** More failures in one chunk than may be counted: the chunk is undone and replayed up to the one that stops the job. */
class TooManyAtOnce extends Error {}

/** How many more failures may be counted, the one that stops the job included. */
async function failuresLeft(sql: Sql, at: JobAtWork): Promise<number> {
  const { tolerated } = errorPolicy(at.work.job);
  if (tolerated === null) return Number.POSITIVE_INFINITY;
  const { rows } = await sql.query<{ failed: number }>('SELECT failed FROM jobs WHERE id = $1', [at.work.job.id]);
  return tolerated + 1 - (rows[0]?.failed ?? 0);
}
