import { join } from 'node:path';
import { openPool } from '#db/client.ts';
import { startSealing } from '#server/audit/sealing/start-sealing.ts';
import { startVerifying } from '#server/audit/verifying/start-verifying.ts';
import { loadConfig } from '#server/config.ts';
import type { Engine } from '#server/engine/engine.ts';
import { startHeartbeat } from '#server/engine/heartbeat.ts';
import { startHousekeeping } from '#server/engine/housekeep.ts';
import { startReturningMemory } from '#server/engine/return-memory.ts';
import { runJob } from '#server/engine/run-job.ts';
import { startDispatching } from '#server/engine/start-dispatching.ts';
import { createLog } from '#server/log.ts';
import { startTelling } from '#server/notifications/start-telling.ts';
import { OPERATION_OF } from '#server/operations/registry.ts';
import { openQueue } from '#server/queue/pg-boss-queue.ts';
import { startFiringSchedules } from '#server/schedules/start-firing-schedules.ts';
import { followParent } from '#server/start/follow-parent.ts';
import { diskStorage } from '#server/storage/disk-storage.ts';

/** Jobs one processor works on at once. */
const JOBS_AT_ONCE = 2;
/** Connections for two jobs of eight lanes, with room for progress and checks. */
const CONNECTIONS = 20;

const config = loadConfig();
const pool = openPool(config.databaseUrl, { connections: CONNECTIONS, name: 'lexport-processor' });
const queue = await openQueue(config.databaseUrl, { worker: true });
const stopping = new AbortController();
const engine: Engine = {
  pool,
  storage: diskStorage(join(config.dataDir, 'files')),
  config,
  operations: OPERATION_OF,
  stopping: stopping.signal,
  queue,
  memoryUsed: () => process.memoryUsage.rss(),
  atWork: new Map(),
  log: createLog(config, 'processor'),
};

const stopHeartbeat = startHeartbeat(engine);
await queue.work(JOBS_AT_ONCE, (claim) => runJob(engine, claim));
const stopDispatching = startDispatching(engine);
const stopFiring = startFiringSchedules(engine);
const stopTelling = startTelling(engine);
const stopHousekeeping = startHousekeeping(engine);
const stopSealing = startSealing(engine);
const stopVerifying = startVerifying(engine);
const stopReturningMemory = startReturningMemory(engine);

async function stop(): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  await queue.stop();
  await stopDispatching();
  await stopFiring();
  await stopTelling();
  await stopHousekeeping();
  await stopSealing();
  await stopVerifying();
  stopReturningMemory();
  await stopHeartbeat();
  await pool.end();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
followParent(() => void stop());
