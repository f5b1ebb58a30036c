import { type Connection, inTransaction } from '#db/client.ts';
import { isTransient } from '#db/is-transient.ts';
import { type Chunk, listOpenChunks } from '#db/queries/chunks.ts';
import { addTally, finishChunk, moveCounters, NO_TALLY, type Tally } from '#db/queries/commit-chunk.ts';
import { findFailures } from '#db/queries/end-items.ts';
import { type Progress, percentOf } from '#domain/progress.ts';
import { LimitReached, Superseded } from './interruptions.ts';
import { type JobAtWork, lookUp } from './job-at-work.ts';
import { scanChunk } from './scan-chunk.ts';

/** How often, in milliseconds, it looks whether somebody has stopped the job; nothing else can tell inside one transaction. */
const LOOK_EVERY_MS = 250;

/**
 * The mode `all_or_nothing`: every chunk in one transaction. A failure throws LimitReached with what failed, a stop throws
 * Superseded; both leave the database as it was. Watchers see how far it is before anything is committed.
 */
export async function applyAtOnce(at: JobAtWork): Promise<void> {
  const { id } = at.work.job;
  await inTransaction(at.engine.pool, async (sql) => {
    let tally: Tally = { ...NO_TALLY };
    let lastTerm: string | null = null;
    let looked = performance.now();
    const chunks = await listOpenChunks(sql, id);
    for (const [index, chunk] of chunks.entries()) {
      if (performance.now() - looked > LOOK_EVERY_MS) {
        await lookUp(at);
        looked = performance.now();
      }
      const started = performance.now();
      const applied = await applyOrScan(sql, at, chunk);
      if (applied.tally.failed > 0) throw new LimitReached(await findFailures(sql, id, chunk.first, chunk.last));
      tally = addTally(tally, applied.tally);
      lastTerm = applied.lastTerm ?? lastTerm;
      await finishChunk(sql, id, {
        number: chunk.number,
        items: applied.items,
        attempts: 1,
        ms: performance.now() - started,
        output: applied.output,
      });
      at.ticker.tick(ahead(tally, { done: index + 1, total: chunks.length }, lastTerm));
    }
    const counters = await moveCounters(sql, { id, fence: at.fence }, tally, {
      steps: chunks.length,
      currentItem: lastTerm,
    });
    if (!counters) throw new Superseded();
  });
}

async function applyOrScan(sql: Connection, at: JobAtWork, chunk: Chunk) {
  await sql.query('SAVEPOINT chunk');
  try {
    const applied = await at.operation.apply(sql, at.work, chunk);
    await sql.query('RELEASE SAVEPOINT chunk');
    return applied;
  } catch (error) {
    if (isTransient(error)) throw error;
    await sql.query('ROLLBACK TO SAVEPOINT chunk');
    return { ...(await scanChunk(sql, at, chunk, { maxFailures: 1 })), output: undefined };
  }
}

/** The committed snapshot with what this transaction has done so far; `seq` stays, so the commit's own is always newer. */
function ahead(tally: Tally, chunks: Progress['chunks'], currentItem: string | null) {
  return (committed: Progress): Progress => {
    const done = tally.succeeded + tally.unchanged + tally.skipped + tally.failed;
    if (committed.processed >= done) return committed;
    return {
      ...committed,
      ...tally,
      currentItem,
      chunks,
      processed: done,
      percent: percentOf(done, committed.total),
      seq: committed.seq + chunks.done / (chunks.total + 1),
    };
  };
}
