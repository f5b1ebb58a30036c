import type { Batch } from '#contract/batches.ts';
import { inTransaction } from '#db/client.ts';
import type { Actor } from '#domain/access.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { sendOnItsWay } from '#server/batches/create-batch.ts';
import { readBatch } from '#server/batches/read-batch.ts';
import type { Services } from '#server/services.ts';
import { lockSchedule } from './lock-schedule.ts';
import { startScheduledBatch } from './start-scheduled-batch.ts';

/** Starts the batch of a schedule now, on behalf of who asks for it, paused or not; its next moment stays what it is. */
export async function runSchedule(services: Services, actor: Actor, id: string): Promise<Batch> {
  const subject = { type: 'schedule', id };
  await requireAction(services, actor, 'schedule:manage', subject);
  await requireAction(services, actor, 'batch:start', subject);
  const written = await inTransaction(services.pool, async (sql) => {
    const schedule = await lockSchedule(sql, actor, id);
    return startScheduledBatch(services, sql, actor, schedule, { action: 'schedule.run', details: {} });
  });
  await sendOnItsWay(services, written);
  return readBatch(services, actor, written.batchId);
}
