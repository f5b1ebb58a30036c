import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool } from '#db/client.ts';
import { ensureOrganisation } from '#db/queries/ensure-organisation.ts';
import { insertUser } from '#db/queries/insert-user.ts';
import { readProgressRow } from '#db/queries/read-progress.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import type { Actor, Role } from '#domain/access.ts';
import type { Classification } from '#domain/definition.ts';
import { isFinal, type JobStatus } from '#domain/job-status.ts';
import type { Progress } from '#domain/progress.ts';
import { loadConfig } from '#server/config.ts';
import type { Engine } from '#server/engine/engine.ts';
import { runJob } from '#server/engine/run-job.ts';
import { startDispatching } from '#server/engine/start-dispatching.ts';
import { startTelling } from '#server/notifications/start-telling.ts';
import { OPERATION_OF } from '#server/operations/registry.ts';
import { openQueue } from '#server/queue/pg-boss-queue.ts';
import { startFiringSchedules } from '#server/schedules/start-firing-schedules.ts';
import type { Services } from '#server/services.ts';
import { diskStorage } from '#server/storage/disk-storage.ts';

/** The whole product but its door, over a database and a storage folder of its own, with one processor in this process. */
export async function startProduct({ processor = true, env = {} as Record<string, string> } = {}) {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'lexport-test-'));
  const config = loadConfig({ DATABASE_URL: database.url, AUTH_SECRET: 'x'.repeat(32), DATA_DIR: dataDir, ...env });
  const pool = openPool(database.url, { connections: 20 });
  const storage = diskStorage(join(dataDir, 'files'));
  const queue = await openQueue(database.url, { worker: processor });
  const stopping = new AbortController();
  const services: Services = { pool, storage, queue, config };
  const log: string[] = [];
  const engine: Engine = {
    pool,
    storage,
    config,
    operations: OPERATION_OF,
    stopping: stopping.signal,
    queue,
    // This process is the test runner's too; what that has says nothing of a processor.
    memoryUsed: () => 0,
    atWork: new Map(),
    log: (message, details, level = 'warn') => {
      if (level === 'warn' || level === 'error') log.push(`${message} ${JSON.stringify(details)}`);
    },
  };
  if (processor) await queue.work(2, (claim) => runJob(engine, claim));
  const stopDispatching = processor ? startDispatching(engine) : async () => {};
  const stopFiring = processor ? startFiringSchedules(engine) : async () => {};
  const stopTelling = processor ? startTelling(engine) : async () => {};

  return {
    services,
    engine,
    dataDir,
    url: database.url,
    /** What the engine had to warn of; a test that expects a healthy run finds this empty. */
    log,
    person: (role: Role, organisation = 'Openbaar Ministerie', clearance: Classification = 'vertrouwelijk') =>
      makePerson(services, { role, organisation, clearance }),
    until: (jobId: string, ...statuses: JobStatus[]) => untilStatus(services, jobId, statuses),
    async close() {
      stopping.abort();
      await queue.stop();
      await stopDispatching();
      await stopFiring();
      await stopTelling();
      await pool.end();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type Product = Awaited<ReturnType<typeof startProduct>>;

type Wanted = { role: Role; organisation: string; clearance: Classification };

async function makePerson({ pool }: Services, { role, organisation, clearance }: Wanted): Promise<Actor> {
  const organisationId = await ensureOrganisation(pool, organisation);
  const name = `${role} of ${organisation}`;
  const email = `${role}-${crypto.randomUUID()}@example.org`;
  const id = await insertUser(pool, { name, email, role, organisationId, clearance, passwordHash: 'none' });
  if (!id) throw new Error('The address was taken');
  const origin = { ip: '127.0.0.1', userAgent: 'test', correlationId: 'test' };
  return { id, name, role, organisationId, clearance, origin };
}

/** As long as the slowest machine needs for the longest job of a test. */
const PATIENCE_MS = 100_000;

/** Waits until a job is in one of these states; fails when it ends in another. */
async function untilStatus({ pool }: Services, jobId: string, statuses: readonly JobStatus[]): Promise<Progress> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const owned = await readProgressRow(pool, jobId);
    if (owned && statuses.includes(owned.progress.status)) return owned.progress;
    if (Date.now() > deadline || (owned && isFinal(owned.progress.status)))
      throw new Error(`Job is ${owned?.progress.status}, not ${statuses.join(' or ')}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
