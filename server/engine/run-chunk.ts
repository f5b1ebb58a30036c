import { setTimeout as wait } from 'node:timers/promises';
import { inTransaction, type Sql } from '#db/client.ts';
import { contentionOf, isTransient } from '#db/is-transient.ts';
import { type Chunk, lockChunk, lockNextChunk } from '#db/queries/chunks.ts';
import { type Counters, finishChunk, moveCounters } from '#db/queries/commit-chunk.ts';
import { findFailures } from '#db/queries/end-items.ts';
import { backoffMs, MAX_CHUNK_ATTEMPTS, MAX_RETRIES } from '#domain/backoff.ts';
import type { Applied, WorkRange } from '#server/operations/operation.ts';
import { Congested, LimitReached, Superseded } from './interruptions.ts';
import { errorPolicy, type JobAtWork, lookUp } from './job-at-work.ts';
import { scanChunk } from './scan-chunk.ts';

/**
 * `done`: a chunk was committed. `none`: no chunk may start now. `limit`: committed, and no more failures are tolerated.
 * `stopped`: committed, and somebody wants the job stopped or paused. `late`: committed, and the job's time is up.
 * `congested`: others stand in the way of every item, and the chunk is still open.
 */
export type ChunkOutcome =
  | ({ kind: 'done' | 'limit' | 'stopped' | 'late' } & Committed)
  | { kind: 'none' }
  | { kind: 'congested'; code: string };

/** What a lane has done, and in how many milliseconds; without a range it is nothing. */
type Committed = { range?: WorkRange; items: number; ms: number };

/**
 * Does the next chunk of a job in one transaction: data, outcomes, undo data, audit and counters together or not at all.
 * A passing error is retried with back-off; any other, and one that does not pass, has the chunk replayed item by item.
 */
export async function runChunk(at: JobAtWork): Promise<ChunkOutcome> {
  const maxRetries = (at.work.job.options.maxRetries as number | undefined) ?? MAX_RETRIES;
  const tried: Tried = { number: null, attempts: 0, error: null };
  for (;;) {
    try {
      tried.attempts++;
      return await tryChunk(at, tried);
    } catch (error) {
      if (!isTransient(error)) throw error;
      tried.error = codeOf(error);
      const contention = contentionOf(error);
      if (contention !== null && tried.attempts > maxRetries) return hindered(at, tried, contention);
      if (contention === null && tried.attempts >= MAX_CHUNK_ATTEMPTS) throw error;
      await wait(backoffMs(tried.attempts, Math.random()), undefined, { signal: at.work.signal }).catch(() => {});
      if (contention !== null) await lookUp(at, ['running', 'pausing', 'cancelling']);
    }
  }
}

/** A chunk being tried: which, how often, and what the attempt before failed of. */
type Tried = { number: number | null; attempts: number; error: string | null };

async function tryChunk(at: JobAtWork, tried: Tried): Promise<ChunkOutcome> {
  let chunk: Chunk | null = null;
  try {
    return await inTransaction(at.engine.pool, async (sql) => {
      chunk = await lockNextChunk(sql, at.work.job.id);
      if (!chunk) return { kind: 'none' };
      tried.number = chunk.number;
      const started = performance.now();
      const applied = await at.operation.apply(sql, at.work, chunk);
      return commit(sql, at, chunk, applied, { ...tried, started });
    });
  } catch (error) {
    if (!chunk || error instanceof Superseded || error instanceof LimitReached || isTransient(error)) throw error;
    return replay(at, { number: (chunk as Chunk).number, attempts: tried.attempts + 1, error: codeOf(error) });
  }
}

/** Retrying did not help. When some items can be done, those that cannot fail; when none can, it is not the items. */
async function hindered(at: JobAtWork, tried: Tried, code: string): Promise<ChunkOutcome> {
  if (tried.number === null) return { kind: 'congested', code };
  try {
    return await replay(at, { number: tried.number, attempts: tried.attempts + 1, error: code }, tried.attempts);
  } catch (error) {
    if (error instanceof Congested) return { kind: 'congested', code: error.code };
    const contention = contentionOf(error);
    if (contention !== null) return { kind: 'congested', code: contention };
    throw error;
  }
}

type Replayed = { number: number; attempts: number; error: string | null };

/** The chunk again, item by item; as many failures as are tolerated and one more, which stops the job. */
async function replay(at: JobAtWork, replayed: Replayed, triedBefore: number | null = null): Promise<ChunkOutcome> {
  try {
    return await inTransaction(at.engine.pool, async (sql) => {
      const maxFailures = await failuresLeft(sql, at);
      if (maxFailures <= 0) return { kind: 'limit', items: 0, ms: 0 };
      const chunk = await lockChunk(sql, at.work.job.id, replayed.number);
      if (!chunk) return { kind: 'none' };
      const started = performance.now();
      const scanned = await scanChunk(sql, at, chunk, { maxFailures, triedBefore });
      const output = scanned.outputs.length > 0 ? scanned.outputs : undefined;
      return commit(sql, at, chunk, { ...scanned, output }, { ...replayed, started });
    });
  } catch (error) {
    // Another lane counted failures meanwhile: count again what is left.
    if (error instanceof TooManyAtOnce)
      return replay(at, { ...replayed, attempts: replayed.attempts + 1 }, triedBefore);
    throw error;
  }
}

async function commit(
  sql: Sql,
  at: JobAtWork,
  chunk: Chunk,
  { tally, items, lastTerm, output }: Applied,
  { attempts, error, started }: Pick<Tried, 'attempts' | 'error'> & { started: number },
): Promise<ChunkOutcome> {
  const { mode, tolerated } = errorPolicy(at.work.job);
  const { id } = at.work.job;
  if (tally.failed > 0 && mode === 'stop') throw new LimitReached(await findFailures(sql, id, chunk.first, chunk.last));
  const ms = performance.now() - started;
  await finishChunk(sql, id, { number: chunk.number, items, attempts, error, ms, output });
  const counters = await moveCounters(sql, { id, fence: at.fence }, tally, { currentItem: lastTerm });
  if (!counters) throw new Superseded();
  // Failure n + 1 stops the job: whatever came behind it in this chunk must not have happened.
  if (tolerated !== null && counters.failed > tolerated + 1) throw new TooManyAtOnce();
  const limit = tolerated !== null && counters.failed > tolerated;
  return { kind: limit ? 'limit' : next(counters), range: chunk, items, ms: performance.now() - started };
}

function next({ status, late }: Counters): 'done' | 'stopped' | 'late' {
  if (status !== 'running') return 'stopped';
  return late ? 'late' : 'done';
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

/** The code of an error, for the chunk's own record. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && error.code ? String(error.code) : 'connection_lost';
}
