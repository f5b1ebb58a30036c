import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readProgressRow } from '#db/queries/read-progress.ts';
import type { Actor } from '#domain/access.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { pauseJob, resumeJob } from '#server/batches/pause-job.ts';
import type { Operation } from '#server/operations/operation.ts';
import { definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { hold, holdItem } from '#server/testing/hold.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import type { Engine } from './engine.ts';
import { probePaused } from './probe-paused.ts';
import { runJob } from './run-job.ts';

/** Nothing takes jobs by itself here: each test says what a processor does, and when. */
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

let fences = 0;
const work = (jobId: string, engine = product.engine) =>
  runJob(engine, { jobId, fence: `fence ${fences++}`, attempt: 0, signal: new AbortController().signal });
const snapshot = async (jobId: string) => (await readProgressRow(product.services.pool, jobId))?.progress;

const sizesOf = async (jobId: string) => (await chunksOf(jobId)).map(({ size }) => size);

/** A machine on which every item takes twenty milliseconds, so that a chunk of the right length has five. */
function whereItemsAreSlow(): Engine {
  const slow = (operation: Operation): Operation => ({
    ...operation,
    async apply(sql, work, chunk) {
      await wait(20 * (chunk.last - chunk.first + 1));
      return operation.apply(sql, work, chunk);
    },
  });
  const { operations } = product.engine;
  return {
    ...product.engine,
    operations: { ...operations, import: slow(operations.import), export: slow(operations.export) },
  };
}

type Options = Parameters<typeof drive.import>[1];

/** An import that is planned and confirmed; nobody works on it. */
async function confirmed(name: string, count: number, options: Options = {}): Promise<string> {
  const jobId = await drive.importOf(definitionsOf(name, count), { parallelism: 1, ...options, confirm: true });
  await work(jobId);
  await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
  return jobId;
}

async function chunksOf(jobId: string) {
  const { rows } = await product.services.pool.query<{
    size: number;
    attempts: number;
    error: string | null;
    ms: number;
  }>(
    `SELECT last - first + 1 AS size, attempts, error_code AS error,
       extract(epoch FROM finished_at - started_at)::float8 * 1000 AS ms
     FROM job_chunks WHERE job_id = $1 ORDER BY number`,
    [jobId],
  );
  return rows;
}

describe('a job that is paused', () => {
  it('while nobody works on it waits at once, and is worked on after it is resumed', async () => {
    const jobId = await drive.export({ ids: await drive.store(definitionsOf('nog niet', 3)) });
    expect(await pauseJob(product.services, lead, jobId)).toMatchObject({ status: 'paused', admitted: false });
    await work(jobId);
    expect(await snapshot(jobId)).toMatchObject({ status: 'paused', processed: 0 });
    expect(await resumeJob(product.services, lead, jobId)).toMatchObject({ status: 'queued', admitted: true });
    await work(jobId);
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 3 });
  });

  it('in the middle commits the chunk in flight, stands still, and goes on from there', async () => {
    const jobId = await confirmed('halverwege', 100);
    const held = await holdItem(product.url, jobId, 30);
    const working = work(jobId);
    await held.reached();
    expect(await pauseJob(product.services, lead, jobId)).toMatchObject({ status: 'pausing' });
    await held.release();
    await working;
    expect(await snapshot(jobId)).toMatchObject({ status: 'paused', succeeded: 40, phase: 'applying' });
    await work(jobId);
    expect(await snapshot(jobId)).toMatchObject({ status: 'paused', succeeded: 40 });
    await resumeJob(product.services, lead, jobId);
    await work(jobId);
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 100 });
  });

  it('in its check begins the check anew', async () => {
    const jobId = await drive.importOf(definitionsOf('in de controle', 30));
    const held = await hold(product.url, 'LOCK TABLE definitions IN ACCESS EXCLUSIVE MODE');
    const working = work(jobId);
    await held.reached();
    expect(await pauseJob(product.services, lead, jobId)).toMatchObject({ status: 'pausing' });
    await held.release();
    await working;
    expect(await snapshot(jobId)).toMatchObject({ status: 'paused' });
    await resumeJob(product.services, lead, jobId);
    await work(jobId);
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 30, total: 30 });
  });

  it('and must write all or nothing has written nothing, and writes all after it is resumed', async () => {
    const before = await drive.contents();
    const jobId = await confirmed('alles later', 60, { onError: 'all_or_nothing' });
    const held = await holdItem(product.url, jobId, 50);
    const working = work(jobId);
    await held.reached();
    await pauseJob(product.services, lead, jobId);
    await held.release();
    await working;
    const { status, succeeded } = (await snapshot(jobId)) ?? {};
    // It was in its last statement, or before: then nothing is there.
    if (status === 'paused' && succeeded === 0) expect(await drive.contents()).toEqual(before);
    await resumeJob(product.services, lead, jobId);
    await work(jobId);
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 60 });
  });

  it.each([
    [true, 'cancelled', 40],
    [false, 'rolled_back', 0],
  ] as const)('can be stopped there, keeping what it did: %s', async (keep, status, left) => {
    const jobId = await confirmed(`gepauzeerd gestopt ${keep}`, 60);
    const held = await holdItem(product.url, jobId, 30);
    const working = work(jobId);
    await held.reached();
    await pauseJob(product.services, lead, jobId);
    await held.release();
    await working;
    await cancelJob(product.services, lead, jobId, { keep });
    await work(jobId);
    expect(await snapshot(jobId)).toMatchObject({ status, succeeded: left });
  });

  it('cannot be paused again, nor resumed when it is not paused', async () => {
    const jobId = await drive.export({ ids: await drive.store(definitionsOf('dubbel', 1)) });
    await expect(resumeJob(product.services, lead, jobId)).rejects.toMatchObject({ code: 'wrong_state' });
    await pauseJob(product.services, lead, jobId);
    await expect(pauseJob(product.services, lead, jobId)).rejects.toMatchObject({
      code: 'wrong_state',
      params: { status: 'paused' },
    });
    await cancelJob(product.services, lead, jobId, { keep: true });
  });
});

describe('a job that is stopped at once', () => {
  it('gives up the chunk in flight: its items are left unprocessed', async () => {
    const jobId = await confirmed('meteen', 60);
    const held = await holdItem(product.url, jobId, 30);
    const working = work(jobId);
    await held.reached();
    await cancelJob(product.services, lead, jobId, { keep: true, graceful: false });
    await held.release();
    await working;
    expect(await snapshot(jobId)).toMatchObject({ status: 'cancelling', succeeded: 20 });
    await work(jobId);
    expect(await snapshot(jobId)).toMatchObject({ status: 'cancelled', succeeded: 20, cancelled: 40 });
  });
});

describe('others in the way', () => {
  /** An import that changes `count` definitions, confirmed, and their ids. */
  async function confirmedUpdate(name: string, count: number, options: Options = {}) {
    const contents = definitionsOf(name, count);
    const ids = await drive.store(contents);
    const rewritten = contents.map((content) => ({ ...content, definition: `${content.definition}, herzien` }));
    const jobId = await drive.import(await drive.upload(filesOf(rewritten, ids)), {
      parallelism: 1,
      ...options,
      confirm: true,
    });
    await work(jobId);
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    return { jobId, ids };
  }

  /** The engine with a pool that gives up on locks at once, so that nobody waits eight seconds. */
  function hasty() {
    const { pool } = product.engine;
    const connect = async () => {
      const client = await pool.connect();
      await client.query(`SET lock_timeout = '50ms'`);
      return client;
    };
    return {
      ...product.engine,
      pool: new Proxy(pool, {
        get: (of, name) => (name === 'connect' ? connect : (Reflect.get(of, name).bind?.(of) ?? Reflect.get(of, name))),
      }),
    };
  }

  it('of one definition cost that item alone, after its retries', async () => {
    const { jobId, ids } = await confirmedUpdate('bezet', 40, { maxRetries: 2 });
    const held = await hold(product.url, 'SELECT FROM definitions WHERE id = $1 FOR UPDATE', [ids[5]]);
    await work(jobId, hasty());
    await held.release();
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed_with_errors', succeeded: 39, failed: 1 });
    const [failed] = (await drive.items(jobId)).filter(({ status }) => status === 'failed');
    expect(failed).toMatchObject({ position: 5, code: 'others_in_the_way', detail: '55P03' });
    const { rows } = await product.services.pool.query(
      'SELECT attempts FROM job_items WHERE job_id = $1 AND position = 5',
      [jobId],
    );
    expect(rows).toEqual([{ attempts: 4 }]);
    expect(await chunksOf(jobId)).toMatchObject([
      { attempts: 4, error: '55P03' },
      { attempts: 1, error: null },
    ]);
  });

  it('of everything have the job pause itself, and go on by itself when a probe succeeds', async () => {
    const { jobId, ids } = await confirmedUpdate('versperd', 40, { maxRetries: 0 });
    const held = await hold(product.url, 'SELECT FROM definitions WHERE id = ANY ($1::uuid[]) FOR UPDATE', [ids]);
    const engine = hasty();
    await work(jobId, engine);
    const paused = await drive.job(jobId);
    expect(paused).toMatchObject({
      status: 'paused',
      succeeded: 0,
      failed: 0,
      problem: { code: 'paused_itself', params: { state: '55P03' } },
    });
    expect(Date.parse(paused.probeAt ?? '')).toBeGreaterThan(Date.now());
    expect(await probePaused(engine)).toBe(false);
    const due = () =>
      product.services.pool.query(`UPDATE jobs SET probe_at = now() - interval '1 s' WHERE id = $1`, [jobId]);
    await due();
    expect(await probePaused(engine)).toBe(false);
    expect(await drive.job(jobId)).toMatchObject({ status: 'paused', succeeded: 0 });
    await held.release();
    await due();
    expect(await probePaused(engine)).toBe(true);
    expect(await drive.job(jobId)).toMatchObject({ status: 'queued', problem: null, probeAt: null });
    await work(jobId);
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 40 });
    expect(product.log.splice(0)).toEqual([expect.stringContaining('paused itself')]);
  });
});

describe('the limits of a job', () => {
  it('have chunks of `auto` grow until they take long enough', async () => {
    const jobId = await confirmed('groeiend', 400, { chunkSize: 'auto' });
    await work(jobId);
    const chunks = await chunksOf(jobId);
    const sizes = chunks.map(({ size }) => size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(400);
    expect(sizes[0]).toBe(20);
    // On a machine that is busy enough twenty items take long enough.
    if (chunks.slice(0, 10).some(({ ms }) => ms < 50)) expect(Math.max(...sizes)).toBeGreaterThan(20);
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 400 });
  });

  it('cut an import finer when its items are slow, and an export no finer than it began: each of its chunks is a file', async () => {
    const importId = await confirmed('traag erin', 60, { chunkSize: 'auto' });
    await work(importId, whereItemsAreSlow());
    expect(Math.min(...(await sizesOf(importId)))).toBeLessThan(20);
    const ids = await drive.store(definitionsOf('traag eruit', 60));
    const exportId = await drive.export({ ids }, { chunkSize: 'auto', parallelism: 1 });
    await work(exportId, whereItemsAreSlow());
    expect(await sizesOf(exportId)).toEqual([20, 20, 20]);
    expect(await snapshot(exportId)).toMatchObject({ status: 'completed', succeeded: 60 });
  });

  it('leave chunks of a size that was asked for alone', async () => {
    const jobId = await confirmed('vast', 60, { chunkSize: 10 });
    await work(jobId);
    expect((await chunksOf(jobId)).map(({ size }) => size)).toEqual([10, 10, 10, 10, 10, 10]);
  });

  it('shrink chunks before the memory of a processor is used up', async () => {
    const jobId = await confirmed('krap', 60, { chunkSize: 20, parallelism: 4 });
    const { processorMemoryMb } = product.engine.config.limits;
    await work(jobId, { ...product.engine, memoryUsed: () => 0.9 * processorMemoryMb * 1024 * 1024 });
    expect((await chunksOf(jobId)).map(({ size }) => size).slice(0, 4)).toEqual([20, 10, 5, 2]);
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 60 });
  });

  it('hold a job to so many items a second, in chunks no larger than that', async () => {
    const jobId = await confirmed('rustig', 30, { itemsPerSecond: 20, chunkSize: 'auto' });
    const { rows } = await product.services.pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    await work(jobId);
    const { finishedAt } = await drive.job(jobId);
    // The first chunk of 20 takes the allowance of a second; the next waits for it.
    expect(Date.parse(finishedAt ?? '') - (rows[0]?.now.getTime() ?? 0)).toBeGreaterThan(900);
    expect(Math.max(...(await chunksOf(jobId)).map(({ size }) => size))).toBeLessThanOrEqual(20);
  });

  it('hold all jobs of an organisation together to so many items a second', async () => {
    const limits = { ...product.engine.config.limits, organisationItemsPerSecond: 40 };
    const engine = { ...product.engine, config: { ...product.engine.config, limits } };
    const jobs = [
      await confirmed('samen een', 20),
      await confirmed('samen twee', 20),
      await confirmed('samen drie', 20),
    ];
    const started = Date.now();
    await Promise.all(jobs.map((jobId) => work(jobId, engine)));
    // 60 items at 40 a second: whoever is first starts at once, the last waits for what the others took.
    expect(Date.now() - started).toBeGreaterThan(450);
    for (const jobId of jobs) expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 20 });
  });

  it('end a job that has been at work for longer than it may; what is done stays', async () => {
    const jobId = await confirmed('te lang', 60, { timeoutSeconds: 60 });
    const held = await holdItem(product.url, jobId, 30);
    const working = work(jobId);
    await held.reached();
    await product.services.pool.query(`UPDATE jobs SET started_at = now() - interval '61 s' WHERE id = $1`, [jobId]);
    await held.release();
    await working;
    expect(await drive.job(jobId)).toMatchObject({
      status: 'failed',
      succeeded: 40,
      cancelled: 20,
      problem: { code: 'job_timeout', params: { seconds: 60 } },
    });
  });

  it('may be a share of all items: failure n + 1 stops the job', async () => {
    const contents = definitionsOf('aandeel', 40);
    const files = filesOf(contents);
    for (const name of Object.keys(files).slice(0, 3)) files[name] = '{"term": "", "definition": ""}';
    const tolerant = await drive.import(await drive.upload(files), { maxErrors: '7.5%', confirm: false });
    await work(tolerant);
    expect(await snapshot(tolerant)).toMatchObject({ status: 'completed_with_errors', failed: 3, succeeded: 37 });
    const strict = await drive.import(await drive.upload(files), { maxErrors: '7%', confirm: false });
    await work(strict);
    expect(await drive.job(strict)).toMatchObject({ status: 'failed', problem: { params: { limit: 2 } } });
  });
});
