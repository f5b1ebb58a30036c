import { createReadStream, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { type ImportOptions, newBatchSchema } from '#contract/batches.ts';
import { inTransaction, openPool } from '#db/client.ts';
import { isTransient } from '#db/is-transient.ts';
import { generateFiles } from '#db/seed/generate-files.ts';
import { writeZipFile } from '#db/seed/write-zip-file.ts';
import type { Actor } from '#domain/access.ts';
import type { JobStatus } from '#domain/job-status.ts';
import { createBatch } from '#server/batches/create-batch.ts';
import { makePerson } from '#server/bench/make-person.ts';
import { type Config, environmentOf, loadConfig } from '#server/config.ts';
import { openQueue } from '#server/queue/pg-boss-queue.ts';
import type { Services } from '#server/services.ts';
import { PROCESSOR_COMMAND } from '#server/start/processor-command.ts';
import { diskStorage } from '#server/storage/disk-storage.ts';
import { checkInvariants } from '#server/testing/invariants.ts';
import { receiveUpload } from '#server/uploads/receive-upload.ts';
import type { Claim, Order, Outcome } from './fault.ts';
import { type Started, startProgram } from './processors.ts';
import { watchGaps } from './watch-gaps.ts';

/** Without any progress for so long, a job is not waited for any more. */
const PATIENCE_MS = 90_000;
const LOOK_EVERY_MS = 250;
/** I10 of the matrix. */
const LONGEST_GAP_MS = 30_000;

export type Ground = {
  config: Config;
  services: Services;
  /** Everything that runs here; a fault adds to it and takes away. */
  running: Started[];
  processor(how?: { url?: string; env?: Record<string, string>; preload?: string }): Started;
  /** An import of so many generated definitions by somebody who has none yet; answers the job's id. */
  startImport(items: number, options?: Partial<ImportOptions>, actor?: Actor): Promise<{ jobId: string; actor: Actor }>;
  /** An import of an archive that is there, by somebody who has no definitions yet. */
  startUpload(
    archive: string,
    options?: Partial<ImportOptions>,
    actor?: Actor,
  ): Promise<{ jobId: string; actor: Actor }>;
  /** Waits until every job that has not ended has a plan that waits for a person, for as long as one of them gets any further. */
  untilPlanned(): Promise<void>;
  /** Jobs that have not ended. */
  unended(): Promise<number>;
  /** Waits until every job has ended, for as long as one of them gets any further. */
  untilEnded(): Promise<void>;
  /** What became of everything here, when every job has ended. */
  conclude(did: string, claims?: readonly Claim[], ends?: readonly JobStatus[]): Promise<Outcome>;
};

/** What a ground is opened with: a server to make its database on, and what decides over chance and end. */
type Circumstances = Pick<Order, 'signal' | 'random'> & { server: Omit<Order['server'], 'restart'> };

/** A database, a file folder and use cases of a fault's own, gone with `stack`, processes and all. */
export async function openGround(
  stack: AsyncDisposableStack,
  { server, signal, random }: Circumstances,
  name: string,
): Promise<Ground> {
  const url = await server.createDatabase(name);
  stack.defer(() => server.dropDatabase(name));
  const folder = await mkdtemp(join(server.folder, 'files-'));
  const config = loadConfig({ DATABASE_URL: url, AUTH_SECRET: 'x'.repeat(32), DATA_DIR: folder, LOG_LEVEL: 'warn' });
  const pool = openPool(url, { connections: 8, name: 'lexport-chaos' });
  stack.defer(() => pool.end());
  const queue = await openQueue(url, { worker: false });
  stack.defer(() => queue.stop());
  const services: Services = { pool, storage: diskStorage(join(folder, 'files')), queue, config };
  const watch = watchGaps(pool);
  stack.defer(watch.stop);
  const running: Started[] = [];
  stack.defer(() => Promise.all(running.map((one) => one.kill())).then(() => {}));

  const whileItMoves = async (left: () => Promise<number>) => {
    let last = { at: '', since: performance.now() };
    while ((await patiently(left)) > 0) {
      const at = await patiently(() => howFar(pool));
      if (at !== last.at) last = { at, since: performance.now() };
      if (performance.now() - last.since > PATIENCE_MS) throw new Error(`Nothing gets any further: ${at}`);
      await wait(LOOK_EVERY_MS, undefined, { signal });
    }
  };

  const ground: Ground = {
    config,
    services,
    running,
    processor({ url: through = url, env = {}, preload } = {}) {
      const args = [...(preload ? ['--import', preload] : []), ...PROCESSOR_COMMAND];
      const started = startProgram(args, {
        ...environmentOf({ ...config, databaseUrl: through }),
        LOG_LEVEL: 'warn',
        ...env,
      });
      running.push(started);
      const { freeze, kill } = started;
      started.freeze = () => {
        watch.struck(started.pid);
        freeze();
      };
      started.kill = () => {
        watch.struck(started.pid);
        return kill();
      };
      return started;
    },
    startImport: async (items, options, actor) =>
      ground.startUpload(await archiveOf(folder, items, random.below(1_000_000)), options, actor),
    async startUpload(archive, options = {}, given) {
      const actor = given ?? (await patiently(() => makePerson(pool)));
      const uploadId = await patiently(() => upload(services, actor, archive));
      const job = { operation: 'import', uploadId, options: { confirm: false, ...options } };
      const batch = await createBatch(services, actor, newBatchSchema.parse({ jobs: [job] }));
      return { jobId: batch.jobs[0]?.id as string, actor };
    },
    unended: () => patiently(() => countUnended(pool)),
    untilPlanned: () => whileItMoves(() => countUnended(pool, 'awaiting_confirmation')),
    untilEnded: () => whileItMoves(() => countUnended(pool)),
    async conclude(did, claims = [], ends = ['completed']) {
      watch.stop();
      const { jobs, items, unwell } = await summary(pool, ends);
      await analyse(pool);
      const longestGapMs = watch.longestMs();
      const ofOneFaultMs = watch.longestOfOneFaultMs();
      const crashed = running.filter((one) => one.endedByItself());
      return {
        did,
        jobs,
        items,
        longestGapMs,
        invariants: await checkInvariants(pool),
        claims: [
          { what: `every job is ${ends.join(' or ')}`, seen: unwell || 'all', holds: unwell === '' },
          {
            what: 'no process ended by itself',
            seen: crashed.map((one) => one.tail()).join('\n') || 'none',
            holds: crashed.length === 0,
          },
          {
            what: 'no gap over 30 s by one fault',
            seen: `${(ofOneFaultMs / 1000).toFixed(1)} s`,
            holds: ofOneFaultMs <= LONGEST_GAP_MS,
          },
          {
            what: 'no transaction idle over 6 s',
            seen: `${watch.longestIdleSeconds().toFixed(1)} s`,
            holds: watch.longestIdleSeconds() <= 6,
          },
          ...claims,
        ],
      };
    },
  };
  return ground;
}

/** Tries again for as long as the database is away. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error)) throw error;
      await wait(LOOK_EVERY_MS);
    }
  }
}

async function archiveOf(folder: string, items: number, seed: number): Promise<string> {
  const path = join(folder, `${items}-${seed}.zip`);
  await writeZipFile(path, generateFiles({ count: items, seed }));
  return path;
}

async function upload(services: Services, actor: Actor, path: string): Promise<string> {
  const incoming = { fileName: 'chaos.zip', expectedSize: statSync(path).size, body: createReadStream(path) };
  return (await receiveUpload(services, actor, incoming)).id;
}

/** Jobs that have not ended, but for those in the state that is named. */
async function countUnended(pool: pg.Pool, butFor: JobStatus | null = null): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM jobs WHERE finished_at IS NULL AND status IS DISTINCT FROM $1',
    [butFor],
  );
  return rows[0]?.n ?? 0;
}

async function howFar(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ at: string }>(
    `SELECT string_agg(concat_ws(' ', id, status, checked, succeeded + failed + cancelled + rolled_back), ', ' ORDER BY id) AS at
     FROM jobs WHERE finished_at IS NULL`,
  );
  return rows[0]?.at ?? '';
}

/** Over so many rows the invariants need to know how many there are. */
function analyse(pool: pg.Pool): Promise<unknown> {
  return inTransaction(pool, async (sql) => {
    await sql.query('SET LOCAL statement_timeout = 0');
    await sql.query('ANALYZE job_items, job_chunks, definitions, definition_versions, audit_entries');
  });
}

async function summary(
  pool: pg.Pool,
  ends: readonly JobStatus[],
): Promise<{ jobs: number; items: number; unwell: string }> {
  const { rows } = await pool.query<{ jobs: number; items: number; unwell: string | null }>(
    `SELECT count(*)::int AS jobs, sum(total)::int AS items,
       string_agg(concat_ws(' ', id, status, problem_code), ', ') FILTER (WHERE status <> ALL ($1::job_status[])) AS unwell
     FROM jobs`,
    [ends],
  );
  const [{ jobs, items, unwell }] = rows as [(typeof rows)[number]];
  return { jobs, items, unwell: unwell ?? '' };
}
