import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '#db/client.ts';
import { isFinal } from '#domain/job-status.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Action, drop, fail, intercept, type Point } from '#server/testing/intercept.ts';
import { spawnProcessor } from '#server/testing/spawn-processor.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { runJob } from './run-job.ts';

let product: Product;
let drive: ReturnType<typeof driveJobs>;
let lead: Awaited<ReturnType<Product['person']>>;

beforeAll(async () => {
  product = await startProduct({ processor: false });
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

/** An update of so many definitions, a chunk each and in several lanes, confirmed; nobody works on it. */
async function confirmed(name: string, count: number, parallelism: number): Promise<string> {
  const contents = definitionsOf(name, count);
  const ids = await drive.store(contents);
  const rewritten = contents.map((content) => ({ ...content, definition: `${content.definition}, herzien` }));
  const options = { chunkSize: 1, parallelism, confirm: true };
  const jobId = await drive.import(await drive.upload(filesOf(rewritten, ids)), options);
  await claim(jobId, 'planner');
  await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
  return jobId;
}

const claim = (jobId: string, fence: string, engine = product.engine) =>
  runJob(engine, { jobId, fence, attempt: 0, signal: new AbortController().signal });

async function workThrough(jobId: string, points: readonly Point[], action: Action): Promise<void> {
  const pool = openPool(product.url, { connections: 20 });
  const { ahead } = intercept(pool, 'chunk', points, action);
  for (let turn = 0; turn < 5 && !isFinal((await drive.job(jobId)).status); turn++)
    await claim(jobId, `turn ${turn}`, { ...product.engine, pool }).catch(() => {});
  await pool.end();
  expect(ahead, 'points nobody came to').toEqual([]);
}

async function expectOnce(jobId: string, count: number): Promise<void> {
  expect(await drive.job(jobId)).toMatchObject({ status: 'completed', total: count, succeeded: count, failed: 0 });
  const { rows } = await product.services.pool.query(
    `SELECT d.version, count(*)::int AS definitions FROM job_items i JOIN definitions d ON d.id = i.definition_id
     WHERE i.job_id = $1 GROUP BY 1`,
    [jobId],
  );
  expect(rows).toEqual([{ version: 2, definitions: count }]);
}

const times = (count: number, point: Point): Point[] => Array.from({ length: count }, () => point);

describe('a connection that drops with the commit on its way', () => {
  it('has no chunk applied again, and none forgotten', async () => {
    const jobId = await confirmed('onderweg', 120, 4);
    await workThrough(jobId, times(40, { statement: 'commit', moment: 'during' }), drop);
    await expectOnce(jobId, 120);
  });
});

describe('work that stands in the way of other work', () => {
  it.each([
    ['a serialization failure', '40001'],
    ['a deadlock', '40P01'],
    ['a lock that does not come', '55P03'],
    ['a statement that is cancelled', '57014'],
  ])('is tried again with eight lanes, and no item fails of %s', async (name, code) => {
    const jobId = await confirmed(name, 60, 8);
    await workThrough(jobId, times(12, { statement: 'apply', moment: 'after' }), fail(code));
    await expectOnce(jobId, 60);
  });
});

describe('the end of a connection', () => {
  /** Every kind of connection to this database but ours: its name, and what it listens to. */
  const KINDS = `SELECT DISTINCT application_name || CASE WHEN query ILIKE '%listen%' THEN ' that listens' ELSE '' END AS kind
    FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'lexport-%' AND pid <> pg_backend_pid()`;
  const END = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()
    AND application_name || CASE WHEN query ILIKE '%listen%' THEN ' that listens' ELSE '' END = $1`;

  it('of whatever kind costs a processor nothing but a moment', async () => {
    const processor = spawnProcessor(product);
    const { pool } = product.services;
    const jobId = await drive.importOf(definitionsOf('elke soort', 400), { chunkSize: 2, parallelism: 2 });
    const ended = new Map<string, number>();
    for (let done = 0; done < 400; ) {
      const progress = await drive.until(jobId, ({ succeeded, status }) => succeeded >= done || isFinal(status));
      if (isFinal(progress.status)) break;
      const { rows } = await pool.query<{ kind: string }>(KINDS);
      // Whichever kind has had the fewest.
      const [kind] = rows.map((row) => row.kind).sort((a, b) => (ended.get(a) ?? 0) - (ended.get(b) ?? 0));
      if (kind) await pool.query(END, [kind]);
      if (kind) ended.set(kind, (ended.get(kind) ?? 0) + 1);
      done = progress.succeeded + 20;
    }
    await drive.until(jobId, ({ status }) => isFinal(status));
    expect(await drive.job(jobId)).toMatchObject({ status: 'completed', succeeded: 400, failed: 0 });
    const kinds = ['lexport-processor', 'lexport-queue-worker', 'lexport-queue-worker that listens'];
    expect([...ended.keys()]).toEqual(expect.arrayContaining(kinds));
    expect(processor.output()).not.toMatch(/unhandled|uncaught/i);
    expect(await processor.end('SIGTERM'), processor.output()).toBe(0);
  });
});
