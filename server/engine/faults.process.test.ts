import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { manifestSchema } from '#contract/manifest.ts';
import type { Actor } from '#domain/access.ts';
import { MAX_TAKEOVERS_WITHOUT_PROGRESS } from '#domain/backoff.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { retryItems } from '#server/batches/retry-items.ts';
import { definitionsOf, driveJobs, filesOf, unzip } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import type { FaultyOrder } from '#server/testing/faulty-processor.ts';
import type { Point } from '#server/testing/intercept.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { runJob } from './run-job.ts';

/** Real processors that `kill -9` ends at a chosen statement, one after another; then one that is sound finishes the job. */
let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct({ processor: false });
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
  startFaulty();
  startFaulty();
});
afterAll(async () => {
  for (const child of waiting) child.kill('SIGKILL');
  await Promise.all(waiting.map((child) => child.exitCode ?? child.signalCode ?? once(child, 'exit')));
  await product.close();
});
afterEach(() => expectInvariants(product.services.pool));

const ROOT = join(import.meta.dirname, '..', '..');
type Options = Parameters<typeof drive.import>[1];

function claim(jobId: string, fence: string): Promise<void> {
  return runJob(product.engine, { jobId, fence, attempt: 0, signal: new AbortController().signal });
}

/** An update of twenty definitions in chunks of two and one lane, confirmed; nobody works on it. */
async function confirmed(name: string, options: Options = {}): Promise<string> {
  const contents = definitionsOf(name, 20);
  const ids = await drive.store(contents);
  const rewritten = contents.map((content) => ({ ...content, definition: `${content.definition}, herzien` }));
  const once = { chunkSize: 2, parallelism: 1, ...options, confirm: true };
  const jobId = await drive.import(await drive.upload(filesOf(rewritten, ids)), once);
  await claim(jobId, 'planner');
  await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
  return jobId;
}

/** Starting a processor takes longer than what it is started for, so the next one is always on its way. */
const waiting: ChildProcess[] = [];

function startFaulty(): void {
  const child = spawn(process.execPath, ['server/testing/faulty-processor.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: product.url,
      DATA_DIR: product.dataDir,
      AUTH_SECRET: 'x'.repeat(32),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  waiting.push(child);
}

/** A processor takes the job and is killed at the last of these points; it passes the others unharmed. */
async function lose(order: FaultyOrder): Promise<void> {
  const child = waiting.shift() as ChildProcess;
  startFaulty();
  const gone = once(child, 'exit');
  child.send(order);
  const [, signal] = await gone;
  expect(signal, `killed at ${JSON.stringify(order.points.at(-1))}`).toBe('SIGKILL');
}

async function expectOnce(jobId: string): Promise<void> {
  expect(await drive.job(jobId)).toMatchObject({ status: 'completed', total: 20, succeeded: 20, failed: 0 });
  const { rows } = await product.services.pool.query(
    `SELECT d.version, count(*)::int AS definitions FROM job_items i JOIN definitions d ON d.id = i.definition_id
     WHERE i.job_id = $1 GROUP BY 1`,
    [jobId],
  );
  expect(rows).toEqual([{ version: 2, definitions: 20 }]);
}

const COMMITTED: Point = { statement: 'commit', moment: 'after' };
const ahead = (...statements: string[]): Point[] =>
  statements.map((statement) => ({ statement, moment: 'before' }) as const);

describe('a chunk', () => {
  // What is between two statements is one moment to whoever is killed, so "after" one is "before" the next.
  it.each<[string, Point[]]>([
    ['before its work', ahead('lock next chunk', 'apply', 'clear relations')],
    ['in its work', ahead('write relations', 'finish chunk', 'move counters')],
    ['at its commit', [...ahead('commit'), { statement: 'commit', moment: 'during' }, COMMITTED]],
  ])('is done once when processor after processor is killed %s', async (name, points) => {
    const jobId = await confirmed(name);
    for (const [number, point] of points.entries())
      await lose({ jobId, fence: `lost ${number}`, kind: 'chunk', points: [COMMITTED, point] });
    await claim(jobId, 'sound');
    await expectOnce(jobId);
  });
});

describe('an export in several formats', () => {
  it('holds every definition once when processor after processor is killed in its chunks', async () => {
    const contents = definitionsOf('formaten', 20);
    const ids = await drive.store(contents);
    const options = { formats: ['json', 'csv-machine', 'nl-sbb-turtle'] as const, chunkSize: 2, parallelism: 1 };
    const jobId = await drive.export({ ids }, { ...options, formats: [...options.formats] });
    for (const [number, point] of [...ahead('finish chunk', 'move counters'), COMMITTED].entries())
      await lose({ jobId, fence: `lost ${number}`, kind: 'chunk', points: [COMMITTED, point] });
    await claim(jobId, 'sound');
    expect(await drive.job(jobId)).toMatchObject({ status: 'completed', total: 20, succeeded: 20, failed: 0 });

    const files = await unzip(await drive.download(jobId, 'archive'));
    const manifest = manifestSchema.parse(JSON.parse(files.get('manifest.json') ?? ''));
    expect(manifest.files.map(({ definitionId }) => definitionId).sort()).toEqual([...ids].sort());
    expect(manifest.formats?.flatMap((format) => format.files.map(({ definitions }) => definitions))).toEqual([20, 20]);
    const lines = (files.get('csv-machine/definities.csv') ?? '').trimEnd().split('\r\n');
    expect(new Set(lines.slice(1).map((line) => line.slice(0, 36)))).toEqual(new Set(ids));
    expect(lines).toHaveLength(21);
  });
});

describe('all or nothing', () => {
  it.each<[string, Point[]]>([
    ['at its beginning and in its first chunk', ahead('list open chunks', 'apply')],
    ['after a chunk and before the counters', ahead('finish chunk', 'move counters')],
    ['right before its commit', ahead('commit')],
  ])('has done nothing when its processor is killed %s', async (name, points) => {
    const jobId = await confirmed(`alles ${name}`, { onError: 'all_or_nothing' });
    const contents = await drive.contents();
    for (const [number, point] of points.entries()) {
      await lose({ jobId, fence: `lost ${number}`, kind: 'at once', points: [point] });
      expect(await drive.contents()).toEqual(contents);
    }
    await claim(jobId, 'sound');
    await expectOnce(jobId);
  });

  it('has done all when its processor is killed with the commit just done', async () => {
    const jobId = await confirmed('alles gedaan', { onError: 'all_or_nothing' });
    await lose({ jobId, fence: 'lost', kind: 'at once', points: [COMMITTED] });
    expect(await drive.job(jobId)).toMatchObject({ status: 'running', succeeded: 20 });
    await claim(jobId, 'sound');
    await expectOnce(jobId);
  });
});

describe('an item that kills whoever works on it', () => {
  it('ends its job after so many processors, and the rest can be submitted again', async () => {
    const jobId = await confirmed('dodelijk');
    for (let lost = 0; lost < MAX_TAKEOVERS_WITHOUT_PROGRESS; lost++)
      await lose({ jobId, fence: `lost ${lost}`, kind: 'chunk', points: ahead('apply') });
    await claim(jobId, 'last');
    expect(await drive.job(jobId)).toMatchObject({ status: 'failed', cancelled: 20, problem: { code: 'poison_job' } });
    const retry = (await retryItems(product.services, lead, jobId, { items: 'unprocessed' })).jobs[0]?.id as string;
    await claim(retry, 'planner');
    await confirmPlan(product.services, lead, retry, { decision: 'apply' });
    await claim(retry, 'sound');
    await expectOnce(retry);
  });
});
