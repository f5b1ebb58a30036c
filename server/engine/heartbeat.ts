import { hostname } from 'node:os';
import { beat, type ProcessorIdentity, removeProcessor } from '#db/queries/processors.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { APPLICATION } from '#server/application.ts';
import { watchProcess } from '#server/process-load.ts';
import type { Engine } from './engine.ts';

/** How often, in milliseconds, a processor says that it is there. */
const EVERY_MS = 2_000;

/**
 * Says every two seconds, in the processor's own row, that it is alive and how it does: for people who look after it. Who runs
 * a job is decided by fences and the queue, never by this. The answer ends it and takes the row away.
 */
export function startHeartbeat(engine: Engine, everyMs = EVERY_MS): () => Promise<void> {
  const { pool, log } = engine;
  const identity: ProcessorIdentity = {
    id: uuidV7(),
    host: hostname(),
    pid: process.pid,
    version: APPLICATION.version,
  };
  const watch = watchProcess(pool);
  let stopped = false;
  let unheard = false;
  let timer: NodeJS.Timeout | undefined;
  let beating = Promise.resolve();
  const next = async () => {
    try {
      await beat(pool, identity, { ...watch.look(), jobs: [...new Set(engine.atWork.values())] });
      unheard = false;
    } catch (error) {
      // Once, not every two seconds: a database that is away is told of by everything else too.
      if (!unheard) log('The heartbeat of this processor could not be written', { error: String(error) });
      unheard = true;
    }
    if (!stopped) timer = setTimeout(start, everyMs);
  };
  const start = () => {
    beating = next();
  };
  start();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await beating;
    watch.stop();
    await removeProcessor(pool, identity.id).catch(() => {});
  };
}
