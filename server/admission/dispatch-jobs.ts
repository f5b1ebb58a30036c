import type pg from 'pg';
import { inTransaction, type Sql } from '#db/client.ts';
import { listBlockedJobs, listDueJobs } from '#db/queries/dependent-jobs.ts';
import { cancelPendingItems } from '#db/queries/end-items.ts';
import { tellEndOfBatch } from '#db/queries/insert-events.ts';
import { moveJob } from '#db/queries/move-job.ts';
import { publishProgress } from '#db/queries/publish-progress.ts';
import { countAdmittedJobs, listWaitingJobs, lockAdmission, markAdmitted } from '#db/queries/waiting-jobs.ts';
import { admit } from '#domain/admission.ts';
import { unblockingEvent } from '#domain/job-dependencies.ts';
import type { Queue } from '#server/queue/queue.ts';

export type Dispatch = {
  pool: pg.Pool;
  queue: Pick<Queue, 'enqueue'>;
  config: { limits: { maxActiveJobs: number } };
};

/**
 * Sends every job on its way that may go: scheduled ones whose time has come, blocked ones that wait for nobody any more, and
 * waiting ones for which there is room. Called after whatever may have made room, and every second by each processor, so
 * that a call that was lost costs a second. May be called by any number of processes at once: they take turns.
 */
export async function dispatchJobs({ pool, queue, config }: Dispatch): Promise<void> {
  const moved = await inTransaction(pool, async (sql) => {
    await lockAdmission(sql);
    const ids = [...(await startDue(sql)), ...(await unblock(sql))];
    const waiting = await listWaitingJobs(sql);
    if (waiting.length === 0) return ids;
    const admitted = admit(waiting, await countAdmittedJobs(sql), config.limits.maxActiveJobs);
    if (admitted.length === 0) return ids;
    await markAdmitted(sql, admitted);
    for (const { id, priority, rank } of admitted) await queue.enqueue(sql, id, priority - 10 * rank);
    return ids;
  });
  for (const id of new Set(moved)) await publishProgress(pool, id, true);
}

async function startDue(sql: Sql): Promise<string[]> {
  const due = await listDueJobs(sql);
  for (const { id, blocked } of due)
    await moveJob(sql, id, { event: blocked ? 'due_and_blocked' : 'due', actor: null });
  return due.map(({ id }) => id);
}

/** A job that is not to start ends, and what waited for it may be free to do something by that: until nothing moves. */
async function unblock(sql: Sql): Promise<string[]> {
  const moved: string[] = [];
  const batches = new Set<string>();
  for (let before = -1; before < moved.length; ) {
    before = moved.length;
    for (const { id, policy, dependencies } of await listBlockedJobs(sql)) {
      const event = unblockingEvent(policy, dependencies);
      if (!event) continue;
      const problem = event === 'unblock' ? undefined : { code: 'dependency_failed' };
      if (event !== 'unblock') await cancelPendingItems(sql, id);
      const job = await moveJob(sql, id, { event, actor: null, severalJobs: true, ...(problem ? { problem } : {}) });
      if (job && event !== 'unblock') batches.add(job.batchId);
      moved.push(id);
    }
  }
  for (const batchId of [...batches].sort()) await tellEndOfBatch(sql, batchId);
  return moved;
}
