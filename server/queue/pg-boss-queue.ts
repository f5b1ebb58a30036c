import { PgBoss } from 'pg-boss';
import type { Sql } from '#db/client.ts';
import type { Queue } from './queue.ts';

const QUEUE = 'jobs';
/** Below this a processor that merely stalls would lose its job; above it recovery after a crash takes longer. */
const HEARTBEAT_SECONDS = 10;
const HEARTBEAT_REFRESH_SECONDS = 2.5;
/** NOTIFY fires for new jobs only; what comes back after a lost heartbeat is found by polling. */
const POLL_SECONDS = 1;
/** Every crash takes one. Poison jobs are stopped by the engine, long before this. */
const RETRY_LIMIT = 1_000;

const UNDER_WAY = ['created', 'retry', 'active'];

/** The queue in the product's own Postgres: one queued job per job, never one per chunk. `worker` also takes jobs. */
export async function openQueue(url: string, { worker }: { worker: boolean }): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: worker ? withoutWaiting(url) : url,
    application_name: worker ? 'lexport-queue-worker' : 'lexport-queue',
    max: worker ? 4 : 2,
    supervise: worker,
    schedule: false,
    migrate: false,
    useListenNotify: worker,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  });
  // A broken connection is reported here and mended by the queue itself; unheard, it would end the program.
  boss.on('error', () => {});
  let isStopping = false;
  await boss.start();
  await boss.createQueue(QUEUE, {
    notify: true,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retryLimit: RETRY_LIMIT,
    retryDelay: 0,
    expireInSeconds: 24 * 3600 - 1,
  });

  return {
    async enqueue(sql, jobId, priority) {
      await boss.send(QUEUE, { jobId }, { singletonKey: jobId, priority, db: through(sql) });
    },
    async reprioritise(sql, jobId, priority) {
      await boss.update(QUEUE, undefined, { singletonKey: jobId, priority, db: through(sql) });
    },
    async holds(jobId) {
      const jobs = await boss.findJobs(QUEUE, { key: jobId });
      return jobs.some(({ state }) => UNDER_WAY.includes(state));
    },
    async work(lanes, handler) {
      const options = {
        batchSize: 1,
        localConcurrency: lanes,
        pollingIntervalSeconds: POLL_SECONDS,
        notifyPollingIntervalSeconds: POLL_SECONDS,
        heartbeatRefreshSeconds: HEARTBEAT_REFRESH_SECONDS,
      };
      const worker = await boss.work<{ jobId: string }>(QUEUE, options, async ([queued]) => {
        if (!queued) return;
        // It was on its way when this processor was asked to stop: another takes it.
        if (isStopping) throw new Error('This processor stops.');
        try {
          await handler({
            jobId: queued.data.jobId,
            fence: `${queued.id}:${queued.retryCount}`,
            attempt: queued.retryCount,
            signal: queued.signal,
          });
        } finally {
          // Otherwise the next queued job waits for the poll.
          setImmediate(() => boss.notifyWorker(worker));
        }
      });
    },
    async stop() {
      isStopping = true;
      // At once: `stop` ends a connection first, and a job that is given back meanwhile would be taken again.
      await boss.offWork(QUEUE, { wait: false });
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

/** The queue's statements on a connection of ours, in its transaction. */
function through(sql: Sql) {
  return { executeSql: async (text: string, values?: unknown[]) => sql.query(text, values) };
}

/**
 * What a worker writes by itself (took it, still at it, done) need not be on disk before it goes on: should the server lose the
 * last of it, the job is offered again, and its claim shows how far it is. A job is queued by its creator's transaction.
 */
function withoutWaiting(url: string): string {
  const address = new URL(url);
  const options = address.searchParams.get('options');
  address.searchParams.set('options', `${options ? `${options} ` : ''}-c synchronous_commit=off`);
  return address.href;
}
