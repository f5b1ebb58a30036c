import { lockLastChunk, markChunkUndone } from '#db/queries/chunks.ts';
import { cancelPendingItems } from '#db/queries/end-items.ts';
import { Released } from './interruptions.ts';
import { type JobAtWork, move, whileOurs } from './job-at-work.ts';

/** Takes back what a job did, chunk by chunk and backwards; what was edited since stays and is listed. */
export async function rollBack(at: JobAtWork): Promise<void> {
  const { id } = at.work.job;
  await whileOurs(at, ['rolling_back'], (sql) => cancelPendingItems(sql, id));
  while (await undoLastChunk(at)) {
    at.ticker.tick();
    if (at.work.signal.aborted) throw new Released();
  }
  await at.operation.discard(at.work);
  await whileOurs(at, ['rolling_back'], (sql) => move(sql, at, { event: 'rolled_back' }));
}

function undoLastChunk(at: JobAtWork): Promise<boolean> {
  const { id } = at.work.job;
  return whileOurs(at, ['rolling_back'], async (sql) => {
    const chunk = await lockLastChunk(sql, id);
    if (!chunk) return false;
    const { rolledBack, rollbackConflict } = await at.operation.undo(sql, at.work, chunk);
    await markChunkUndone(sql, id, chunk.number);
    await sql.query(
      `UPDATE jobs SET succeeded = succeeded - $2, rolled_back = rolled_back + $3,
         rollback_conflict = rollback_conflict + $4, seq = seq + 1, takeovers_without_progress = 0,
         updated_at = clock_timestamp() WHERE id = $1`,
      [id, rolledBack + rollbackConflict, rolledBack, rollbackConflict],
    );
    return true;
  });
}
