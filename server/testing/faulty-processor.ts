import { once } from 'node:events';
import { join } from 'node:path';
import { openPool } from '#db/client.ts';
import { loadConfig } from '#server/config.ts';
import type { Engine } from '#server/engine/engine.ts';
import { runJob } from '#server/engine/run-job.ts';
import { createLog } from '#server/log.ts';
import { OPERATION_OF } from '#server/operations/registry.ts';
import { openQueue } from '#server/queue/pg-boss-queue.ts';
import { diskStorage } from '#server/storage/disk-storage.ts';
import { intercept, kill, type Point, type TransactionKind } from './intercept.ts';

/** What it is told: claim this job under this fence, and be killed when one of its transactions is at this point. */
export type FaultyOrder = { jobId: string; fence: string; kind: TransactionKind; points: Point[] };

/**
 * A processor, put together as processor.ts does, that waits to be told which job to take, and is killed at a chosen statement of
 * it. Whoever starts it may have the next one ready while this one works.
 */
const [order] = (await once(process, 'message')) as [FaultyOrder];
process.once('disconnect', () => process.exit(1));
const config = loadConfig();
const pool = openPool(config.databaseUrl, { name: 'lexport-processor' });
let met = 0;
intercept(pool, order.kind, order.points, (client) => {
  if (++met === order.points.length) return kill(client);
});
const engine: Engine = {
  pool,
  storage: diskStorage(join(config.dataDir, 'files')),
  config,
  operations: OPERATION_OF,
  stopping: new AbortController().signal,
  queue: await openQueue(config.databaseUrl, { worker: false }),
  memoryUsed: () => process.memoryUsage.rss(),
  atWork: new Map(),
  log: createLog(config, 'processor'),
};
await runJob(engine, { jobId: order.jobId, fence: order.fence, attempt: 0, signal: new AbortController().signal });
process.exit(0);
