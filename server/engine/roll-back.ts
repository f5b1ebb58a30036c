import type { Sql } from '#db/client.ts';
import { isTransient } from '#db/is-transient.ts';
import { type ChunkRun, lockLastChunks, markChunksUndone } from '#db/queries/chunks.ts';
import { endUnprocessed, keepItem } from '#db/queries/end-items.ts';
import type { UndoTally } from '#db/queries/undo-definitions.ts';
import { failureOf } from './failure-of.ts';
import { Released } from './interruptions.ts';
import { type JobAtWork, move, whileOurs } from './job-at-work.ts';

/** As many items go back in one transaction, however small the chunks were that wrote them. */
const ITEMS_AT_ONCE = 500;

/** Takes back what a job did, chunk by chunk and backwards; what was edited since stays and is listed. */
export async function rollBack(at: JobAtWork): Promise<void> {
  const { id } = at.work.job;
  await whileOurs(at, ['rolling_back'], (sql) => endUnprocessed(sql, id));
  while (await undoLastChunks(at)) {
    at.ticker.tick();
    if (at.work.signal.aborted) throw new Released();
  }
  await at.operation.discard(at.work);
  await whileOurs(at, ['rolling_back'], (sql) => move(sql, at, { event: 'rolled_back' }));
}

function undoLastChunks(at: JobAtWork): Promise<boolean> {
  const { id } = at.work.job;
  return whileOurs(at, ['rolling_back'], async (sql) => {
    const run = await lockLastChunks(sql, id, ITEMS_AT_ONCE);
    if (!run) return false;
    const { rolledBack, rollbackConflict } = await undoOrScan(sql, at, run);
    await markChunksUndone(sql, id, run);
    await sql.query(
      `UPDATE jobs SET succeeded = succeeded - $2, rolled_back = rolled_back + $3,
         rollback_conflict = rollback_conflict + $4, seq = seq + $5, takeovers_without_progress = 0,
         updated_at = clock_timestamp() WHERE id = $1`,
      [id, rolledBack + rollbackConflict, rolledBack, rollbackConflict, run.chunks],
    );
    return true;
  });
}

/** Takes chunks back; when the database refuses that, item by item and backwards, so that only what cannot go back stays. */
async function undoOrScan(sql: Sql, at: JobAtWork, run: ChunkRun): Promise<UndoTally> {
  const whole = await attempt(sql, () => at.operation.undo(sql, at.work, run));
  if ('done' in whole) return whole.done;
  const tally: UndoTally = { rolledBack: 0, rollbackConflict: 0 };
  for (let order = run.last; order >= run.first; order--) {
    const item = await attempt(sql, () => at.operation.undo(sql, at.work, { ...run, first: order, last: order }));
    if ('done' in item) {
      tally.rolledBack += item.done.rolledBack;
      tally.rollbackConflict += item.done.rollbackConflict;
    } else {
      tally.rollbackConflict += await keepItem(sql, at.work.job.id, order, failureOf(item.error));
    }
  }
  return tally;
}

/** Runs `work` in a savepoint; a permanent error undoes it and is answered, a passing one is thrown. */
async function attempt<T>(sql: Sql, work: () => Promise<T>): Promise<{ done: T } | { error: unknown }> {
  await sql.query('SAVEPOINT attempt');
  try {
    const done = await work();
    await sql.query('RELEASE SAVEPOINT attempt');
    return { done };
  } catch (error) {
    if (isTransient(error)) throw error;
    await sql.query('ROLLBACK TO SAVEPOINT attempt');
    return { error };
  }
}
