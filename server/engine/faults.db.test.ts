import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '#db/client.ts';
import type { Actor } from '#domain/access.ts';
import { isFinal } from '#domain/job-status.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { retryItems } from '#server/batches/retry-items.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Action, drop, fail, intercept, type Point, type TransactionKind } from '#server/testing/intercept.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import type { Engine } from './engine.ts';
import { runJob } from './run-job.ts';

/** Nothing takes jobs by itself here: processors whose connections fail at chosen statements, then one that is sound. */
let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct({ processor: false });
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

type Options = Parameters<typeof drive.import>[1];

const CHUNK = [
  'begin',
  'lock next chunk',
  'apply',
  'clear relations',
  'write relations',
  'finish chunk',
  'move counters',
  'commit',
];
const UNDO = [
  'begin',
  'lock job',
  'lock last chunk',
  'savepoint',
  'undo',
  'clear relations',
  'write relations',
  'release',
  'mark chunk undone',
  'move counters',
  'commit',
];
const AT_ONCE = [
  'begin',
  'list open chunks',
  ...['savepoint', 'apply', 'clear relations', 'write relations', 'release', 'finish chunk'],
  'move counters',
  'commit',
];

/** Before each of these statements and after it. */
const around = (statements: readonly string[]): Point[] =>
  statements.flatMap((statement) => [
    { statement, moment: 'before' },
    { statement, moment: 'after' },
  ]);

/** Errors after which a transaction may well succeed. */
const PASSING: readonly [string, Action][] = [
  ['a passing error', fail('40001')],
  ['a connection that drops', drop],
];

function claim(engine: Engine, jobId: string, fence: string): Promise<void> {
  return runJob(engine, { jobId, fence, attempt: 0, signal: new AbortController().signal });
}

/** An update of definitions in chunks of two and one lane, confirmed; nobody works on it. */
async function confirmed(name: string, chunks: number, options: Options = {}): Promise<string> {
  const contents = definitionsOf(name, 2 * chunks);
  const ids = await drive.store(contents);
  const rewritten = contents.map((content) => ({ ...content, definition: `${content.definition}, herzien` }));
  const once = { chunkSize: 2, parallelism: 1, ...options, confirm: true };
  const jobId = await drive.import(await drive.upload(filesOf(rewritten, ids)), once);
  await claim(product.engine, jobId, 'planner');
  await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
  return jobId;
}

type Faults = { kind: TransactionKind; points: readonly Point[]; action: Action };

/** Claims a job again and again with connections that meet the action at each point, until it has ended. */
async function workThrough(jobId: string, { kind, points, action }: Faults) {
  const pool = openPool(product.url);
  const seen = intercept(pool, kind, points, action);
  for (let turn = 0; turn <= points.length + 3 && !(await hasEnded(jobId)); turn++)
    await claim({ ...product.engine, pool }, jobId, `turn ${turn}`).catch(() => {});
  await pool.end();
  expect(seen.ahead, 'points nobody came to').toEqual([]);
  return seen;
}

const hasEnded = async (jobId: string) => isFinal((await drive.job(jobId)).status);

/** Every item once, the counters exact, and each definition this many versions further. */
async function expectOnce(jobId: string, expected: Record<string, number | string>, version: number): Promise<void> {
  expect(await drive.job(jobId)).toMatchObject({ failed: 0, cancelled: 0, ...expected });
  const { rows } = await product.services.pool.query(
    `SELECT d.version, count(*)::int AS definitions FROM job_items i JOIN definitions d ON d.id = i.definition_id
     WHERE i.job_id = $1 GROUP BY 1`,
    [jobId],
  );
  expect(rows).toEqual([{ version, definitions: expected.total }]);
}

describe('the transaction of a chunk', () => {
  it('consists of just the statements at which it is broken here', async () => {
    const jobId = await confirmed('gaaf', 3);
    const seen = await workThrough(jobId, { kind: 'chunk', points: [], action: () => {} });
    expect(seen.transactions).toEqual([CHUNK, CHUNK, CHUNK, ['begin', 'lock next chunk', 'commit']]);
  });

  it.each(PASSING)('is done once when %s meets it before and after each of its statements', async (name, action) => {
    const points = around(CHUNK);
    const jobId = await confirmed(name, points.length);
    await workThrough(jobId, { kind: 'chunk', points, action });
    await expectOnce(jobId, { status: 'completed', total: 32, succeeded: 32 }, 2);
  });

  it('is done once, item by item, when an error nobody foresaw meets it at its work', async () => {
    const points = around(CHUNK.slice(2));
    // The replay that follows is a transaction of another kind, so every other chunk meets a fault.
    const jobId = await confirmed('onvoorzien', 2 * points.length);
    await workThrough(jobId, { kind: 'chunk', points, action: fail() });
    await expectOnce(jobId, { status: 'completed', total: 48, succeeded: 48 }, 2);
  });

  it('that cannot even begin, nobody knows why, ends its job; the rest can be submitted again', async () => {
    for (const point of around(CHUNK.slice(0, 2))) {
      const jobId = await confirmed(`niet begonnen ${Object.values(point)}`, 3);
      const inSecond = [{ statement: 'commit', moment: 'after' }, point] as const;
      let faults = 0;
      // The first chunk is to be committed, so what meets that point does nothing.
      const second: Action = (client) => (faults++ === 0 ? undefined : fail()(client));
      await workThrough(jobId, { kind: 'chunk', points: inSecond, action: second });
      expect(await drive.job(jobId)).toMatchObject({ status: 'failed', succeeded: 2, failed: 0, cancelled: 4 });
      expect(product.log.splice(0)).toEqual([expect.stringContaining('failed unexpectedly')]);
      const retry = (await retryItems(product.services, lead, jobId, { items: 'unprocessed' })).jobs[0]?.id as string;
      await claim(product.engine, retry, 'planner');
      await confirmPlan(product.services, lead, retry, { decision: 'apply' });
      await claim(product.engine, retry, 'sound');
      await expectOnce(retry, { status: 'completed', total: 4, succeeded: 4 }, 2);
    }
  });
});

describe('the one transaction of all or nothing', () => {
  it('consists of just the statements at which it is broken here', async () => {
    const jobId = await confirmed('alles gaaf', 1, { onError: 'all_or_nothing' });
    const seen = await workThrough(jobId, { kind: 'at once', points: [], action: () => {} });
    expect(seen.transactions).toEqual([AT_ONCE]);
  });

  it.each(PASSING)('happens once when %s meets it before and after each of its statements', async (name, action) => {
    const points = around(AT_ONCE.slice(1));
    const jobId = await confirmed(`alles ${name}`, 3, { onError: 'all_or_nothing' });
    await workThrough(jobId, { kind: 'at once', points, action });
    await expectOnce(jobId, { status: 'completed', total: 6, succeeded: 6 }, 2);
  });
});

describe('the transaction that takes chunks back', () => {
  it.each(PASSING)('is done once when %s meets it before and after each of its statements', async (name, action) => {
    const jobId = await confirmed(`terug ${name}`, 3);
    await claim(product.engine, jobId, 'sound');
    await undoJob(product.services, lead, jobId, { dryRun: false });
    // The first two are those of every transaction over a job at work; nothing has been taken back by then.
    const seen = await workThrough(jobId, { kind: 'undo', points: around(UNDO.slice(2)), action });
    expect(seen.transactions).toContainEqual([...UNDO, 'roll back']);
    await expectOnce(jobId, { status: 'rolled_back', total: 6, succeeded: 0, rolledBack: 6 }, 3);
  });
});
