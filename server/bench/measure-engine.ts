import { createRandom } from '#db/seed/random.ts';
import { type Ground, openGround } from '#server/chaos/ground.ts';
import { openTcpProxy } from '#server/testing/tcp-proxy.ts';
import { measureRecovery, type Recovery } from './measure-recovery.ts';
import { measureUndo, type UndoResult } from './measure-undo.ts';
import { measureWatching, type Watching } from './measure-watching.ts';
import { median } from './statistics.ts';
import type { Workbench } from './workbench.ts';

const ROUNDS = 3;
const ITEMS = 4_000;
const LANES = [1, 2, 4, 8];
/** How much later every answer comes of a Postgres that is not on this machine, in milliseconds. */
const AWAY_MS = 1;
const CHUNKS = [20, 100, 1_000, 'auto'] as const;
const PROCESSORS = [1, 2, 3];
/** As many as three processors take at once. */
const JOBS_AT_ONCE = 6;
const ITEMS_EACH = 1_000;

/** One setting: the median of its rounds, and of its ratios to the first setting of the same round. */
export type Row = { setting: string; ms: number; itemsPerSecond: number; timesTheFirst: number };
export type EngineResult = {
  lanes: Row[];
  /** The same with a Postgres that answers AWAY_MS later. */
  lanesAway: Row[];
  chunks: Row[];
  processors: Row[];
  recovery: Recovery;
  watching: Watching;
  undo: UndoResult;
};

/** What lanes, chunk size and processors bring, what a crash costs, how late watchers hear, and what taking back takes. */
export async function measureEngine(workbench: Workbench, signal: AbortSignal): Promise<EngineResult> {
  const open = <T>(name: string, measure: (ground: Ground) => Promise<T>) => onGround(workbench, signal, name, measure);
  return {
    lanes: await open('bench_lanes', compareLanes),
    lanesAway: await onGround(workbench, signal, 'bench_lanes_away', compareLanes, AWAY_MS),
    chunks: await open('bench_chunks', (ground) =>
      compareSettings(ITEMS, CHUNKS, (chunkSize) => applyMs(ground, { chunkSize, parallelism: 2 })),
    ),
    processors: await compareSettings(JOBS_AT_ONCE * ITEMS_EACH, PROCESSORS, (count) =>
      open('bench_processors', (ground) => manyJobsMs(ground, count)),
    ),
    recovery: await open('bench_recovery', (ground) => measureRecovery(ground, signal)),
    watching: await open('bench_watching', (ground) => measureWatching(ground, signal)),
    undo: await open('bench_undo', measureUndo),
  };
}

function compareLanes(ground: Ground): Promise<Row[]> {
  return compareSettings(ITEMS, LANES, (parallelism) => applyMs(ground, { chunkSize: 20, parallelism }));
}

/** A ground with one processor that has done one small import; it hears of its Postgres `awayMs` later than it could. */
async function onGround<T>(
  server: Workbench,
  signal: AbortSignal,
  name: string,
  measure: (ground: Ground) => Promise<T>,
  awayMs = 0,
): Promise<T> {
  signal.throwIfAborted();
  console.log(`Measuring ${name.replace('bench_', '').replaceAll('_', ' ')} ...`);
  await using stack = new AsyncDisposableStack();
  const ground = await openGround(stack, { server, signal, random: createRandom(1) }, name);
  if (awayMs > 0) {
    const proxy = await openTcpProxy(ground.config.databaseUrl, { delayMs: awayMs });
    stack.defer(() => proxy.close());
    ground.processor({ url: proxy.url });
  } else ground.processor();
  await ground.startImport(100);
  await ground.untilEnded();
  await server.settle();
  return await measure(ground);
}

type Options = Parameters<Ground['startImport']>[1];

/** What the writing of an import took, without its check. */
async function applyMs(ground: Ground, options: Options): Promise<number> {
  const { jobId } = await ground.startImport(ITEMS, options);
  await ground.untilEnded();
  const { rows } = await ground.services.pool.query<{ ms: number; succeeded: number }>(
    `SELECT (phase_ms ->> 'applying')::float8 AS ms, succeeded FROM jobs WHERE id = $1`,
    [jobId],
  );
  if (rows[0]?.succeeded !== ITEMS) throw new Error(`${rows[0]?.succeeded} items succeeded, not ${ITEMS}`);
  return rows[0].ms;
}

/** Jobs started at once, until the last has ended. The processor that is there is joined by others first. */
async function manyJobsMs(ground: Ground, processors: number): Promise<number> {
  for (let more = 1; more < processors; more++) ground.processor();
  for (let job = 0; job < 2 * processors; job++) await ground.startImport(100);
  await ground.untilEnded();
  const jobs = Array.from({ length: JOBS_AT_ONCE }, () => ground.startImport(ITEMS_EACH, { chunkSize: 100 }));
  const ids = (await Promise.all(jobs)).map(({ jobId }) => jobId);
  await ground.untilEnded();
  const { rows } = await ground.services.pool.query<{ ms: number }>(
    `SELECT (1000 * extract(epoch FROM max(finished_at) - min(started_at)))::float8 AS ms FROM jobs
     WHERE id = ANY ($1::uuid[])`,
    [ids],
  );
  return rows[0]?.ms ?? Number.NaN;
}

/** Every setting once per round, so that what else the machine does meets all of them alike. */
async function compareSettings<S extends string | number>(
  items: number,
  settings: readonly S[],
  measure: (setting: S) => Promise<number>,
): Promise<Row[]> {
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const times: number[] = [];
    for (const setting of settings) times.push(await measure(setting));
    rounds.push(times);
  }
  return settings.map((setting, index) => {
    const ms = median(rounds.map((times) => times[index] ?? Number.NaN));
    const timesTheFirst = median(rounds.map((times) => (times[0] ?? 0) / (times[index] ?? Number.NaN)));
    return { setting: String(setting), ms, itemsPerSecond: (items / ms) * 1000, timesTheFirst };
  });
}
