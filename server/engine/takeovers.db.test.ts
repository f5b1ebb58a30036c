import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { claimJob } from '#db/queries/claim-job.ts';
import { readProgressRow } from '#db/queries/read-progress.ts';
import { withDatabase } from '#db/testing/with-database.ts';
import type { Actor } from '#domain/access.ts';
import { INDEX_FILES } from '#domain/archive-limits.ts';
import { MAX_TAKEOVERS_WITHOUT_PROGRESS } from '#domain/backoff.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { retryItems } from '#server/batches/retry-items.ts';
import { exportOperation } from '#server/operations/export/export.ts';
import { importOperation } from '#server/operations/import/import.ts';
import type { Checked, Operation } from '#server/operations/operation.ts';
import { definitionsOf, driveJobs, filesOf, unzip } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { hold, holdItem } from '#server/testing/hold.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import type { Engine } from './engine.ts';
import { runJob } from './run-job.ts';

/** Nothing takes jobs by itself here: each test says which processor claims what, and when. */
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

/** A processor takes the job under this fence and works until it must wait, has ended, or is not allowed to go on. */
function claim(jobId: string, fence: string, signal = new AbortController().signal): Promise<void> {
  return runJob(product.engine, { jobId, fence, attempt: 0, signal });
}

/** The engine with a part of its operations replaced: how a test has a processor fail at a place of its choosing. */
function engineWith(part: Partial<Operation>): Engine {
  const { operations } = product.engine;
  return {
    ...product.engine,
    operations: { ...operations, import: { ...operations.import, ...part }, export: { ...operations.export, ...part } },
  };
}

type Options = Parameters<typeof drive.import>[1];

/** An import that is planned and confirmed; nobody works on it. */
async function confirmed(name: string, count: number, options: Options = {}): Promise<string> {
  const jobId = await drive.importOf(definitionsOf(name, count), { ...options, confirm: true });
  await claim(jobId, 'planner');
  await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
  return jobId;
}

const snapshot = async (jobId: string) => (await readProgressRow(product.services.pool, jobId))?.progress;

describe('a processor that was taken over', () => {
  it('cannot commit the chunk it is in', async () => {
    const jobId = await confirmed('zombie', 100, { parallelism: 1 });
    const held = await holdItem(product.url, jobId, 10);
    const zombie = claim(jobId, 'first');
    await held.reached();
    const heir = claim(jobId, 'second');
    await drive.until(jobId, ({ succeeded }) => succeeded === 80);
    await held.release();
    await Promise.all([zombie, heir]);
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 100, attempt: 3 });
  });

  it.each([
    { takeovers: 1, left: 0, what: 'says so, which speaks for the job' },
    { takeovers: 13, left: 1, what: 'is not heard any more when that has happened a dozen times' },
  ])('$what', async ({ takeovers, left }) => {
    const jobId = await drive.importOf(definitionsOf(`stilgestaan ${takeovers}`, 40), { confirm: true });
    const held = await hold(product.url, 'LOCK TABLE definitions IN ACCESS EXCLUSIVE MODE');
    const zombie = claim(jobId, 'first');
    await held.reached();
    const { pool } = product.services;
    await pool.query('UPDATE jobs SET takeovers = $2 WHERE id = $1', [jobId, takeovers - 1]);
    expect(await claimJob(pool, jobId, 'second')).toMatchObject({ takeoversWithoutProgress: 1 });
    await held.release();
    await zombie;
    const { rows } = await pool.query('SELECT takeovers_without_progress AS left FROM jobs WHERE id = $1', [jobId]);
    expect(rows).toEqual([{ left }]);
    await claim(jobId, 'third');
  });

  it('cannot add to what its heir has found in the upload', async () => {
    const jobId = await drive.importOf(definitionsOf('dubbel gecontroleerd', 40), { confirm: true });
    const held = await hold(product.url, 'LOCK TABLE definitions IN ACCESS EXCLUSIVE MODE');
    const zombie = claim(jobId, 'first');
    await held.reached();
    const heir = claim(jobId, 'second');
    await drive.until(jobId, ({ attempt }) => attempt === 2);
    await held.release();
    await Promise.all([zombie, heir]);
    expect(await snapshot(jobId)).toMatchObject({ status: 'awaiting_confirmation', total: 40 });
    expect(await drive.items(jobId)).toHaveLength(40);
    await confirmPlan(product.services, lead, jobId, { decision: 'reject' });
  });

  it('cannot end the job when it fails', async () => {
    const jobId = await drive.importOf(definitionsOf('laatste stuip', 20));
    const held = await hold(product.url, 'LOCK TABLE definitions IN ACCESS EXCLUSIVE MODE');
    const checking = Promise.withResolvers<void>();
    const zombie = runJob(
      engineWith({
        check: async () => {
          checking.resolve();
          await drive.until(jobId, ({ attempt }) => attempt === 2);
          throw new Error('Something broke');
        },
      }),
      { jobId, fence: 'first', attempt: 0, signal: new AbortController().signal },
    );
    await checking.promise;
    const heir = claim(jobId, 'second');
    await zombie;
    await held.release();
    await heir;
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 20, cancelled: 0 });
    expect(product.log.splice(0)).toEqual([expect.stringContaining('Something broke')]);
  });

  it('leaves an all-or-nothing job to its heir', async () => {
    const jobId = await confirmed('alles of erfgenaam', 100, { onError: 'all_or_nothing' });
    const held = await holdItem(product.url, jobId, 95);
    const zombie = claim(jobId, 'first');
    await held.reached();
    const heir = claim(jobId, 'second');
    await drive.until(jobId, ({ attempt }) => attempt === 3);
    await held.release();
    await Promise.all([zombie, heir]);
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 100 });
  });
});

describe('a check that is stopped half way', () => {
  it('leaves nothing of the half it knew, so that nobody submits just that again', async () => {
    const jobId = await drive.importOf(definitionsOf('half bekend', 520));
    const [half, resume] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = engineWith({
      check: (work) =>
        importOperation.check?.({
          ...work,
          advance: async (phase, checked, total) => {
            await work.advance(phase, checked, total);
            if (checked === 0) return;
            half.resolve();
            await resume.promise;
          },
        }) as Promise<Checked>,
    });
    const working = runJob(slow, { jobId, fence: 'first', attempt: 0, signal: new AbortController().signal });
    await half.promise;
    expect(await snapshot(jobId)).toMatchObject({ status: 'checking', checked: 500, total: 520 });
    await cancelJob(product.services, lead, jobId, { keep: true });
    resume.resolve();
    await working;
    expect(await snapshot(jobId)).toMatchObject({ status: 'cancelled', total: 0, cancelled: 0 });
    await expect(retryItems(product.services, lead, jobId, { items: 'unprocessed' })).rejects.toMatchObject({
      code: 'nothing_to_retry',
    });
  });
});

describe('a job that its processors get lost over', () => {
  it(`is failed at takeover ${MAX_TAKEOVERS_WITHOUT_PROGRESS} without a committed chunk, and can be submitted again`, async () => {
    const jobId = await confirmed('vergiftigd', 30);
    for (let lost = 0; lost < MAX_TAKEOVERS_WITHOUT_PROGRESS; lost++)
      await claimJob(product.services.pool, jobId, `lost ${lost}`);
    await claim(jobId, 'last');
    expect(await drive.job(jobId)).toMatchObject({ status: 'failed', cancelled: 30, problem: { code: 'poison_job' } });
    expect(product.log.splice(0)).toEqual([expect.stringContaining('lost processor after processor')]);
  });

  it('is failed too when the database gives up on it each time, and not when it only has to wait for others', async () => {
    for (const [code, ended] of [
      ['57014', 'failed'],
      ['25P03', 'failed'],
      ['55P03', 'finalizing'],
    ] as const) {
      const jobId = await confirmed(`te lang ${code}`, 20);
      const failing = engineWith({ finish: () => Promise.reject(Object.assign(new Error('database'), { code })) });
      for (let lost = 0; lost <= MAX_TAKEOVERS_WITHOUT_PROGRESS; lost++) {
        const claimed = { jobId, fence: `try ${lost}`, attempt: 0, signal: new AbortController().signal };
        await runJob(failing, claimed).catch(() => {});
      }
      expect(await snapshot(jobId)).toMatchObject({ status: ended, succeeded: 20 });
      await claim(jobId, 'last');
    }
    const given = [
      expect.stringContaining('lost processor after processor'),
      expect.stringContaining('could not be finished'),
    ];
    expect(product.log.splice(0)).toEqual([...given, ...given]);
  });

  it('goes on when the takeovers had chunks in between', async () => {
    const jobId = await confirmed('niet vergiftigd', 60, { parallelism: 1 });
    for (let lost = 0; lost < MAX_TAKEOVERS_WITHOUT_PROGRESS - 1; lost++)
      await claimJob(product.services.pool, jobId, `lost ${lost}`);
    const held = await holdItem(product.url, jobId, 30);
    const stopping = new AbortController();
    const first = claim(jobId, 'first', stopping.signal);
    await held.reached();
    const second = claim(jobId, 'second');
    await drive.until(jobId, ({ succeeded }) => succeeded === 40);
    await held.release();
    await Promise.all([first, second]);
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 60 });
  });

  it('is not counted as lost when its processor was asked to stop', async () => {
    const jobId = await confirmed('netjes', 60, { parallelism: 1 });
    const held = await holdItem(product.url, jobId, 30);
    const stopping = new AbortController();
    const first = claim(jobId, 'first', stopping.signal);
    await held.reached();
    stopping.abort();
    const ended = expect(first).rejects.toThrow();
    await held.release();
    await ended;
    const { rows } = await product.services.pool.query(
      'SELECT succeeded, fence, takeovers_without_progress AS lost FROM jobs WHERE id = $1',
      [jobId],
    );
    expect(rows).toEqual([{ succeeded: 40, fence: null, lost: 0 }]);
    await claim(jobId, 'second');
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 60 });
  });
});

describe('a processor that is lost at the very end', () => {
  it.each(['stop', 'all_or_nothing'] as const)('does not have the rest of a %s job done after all', async (onError) => {
    const before = await drive.contents();
    const jobId = await confirmed(`einde ${onError}`, 60, { onError });
    // What is committed between the failure and the end of the job.
    await product.services.pool.query(
      `WITH failed AS (UPDATE job_items SET status = 'failed', problem_code = 'stale_version' WHERE job_id = $1 AND position = 7)
       UPDATE jobs SET failed = 1 WHERE id = $1`,
      [jobId],
    );
    await claim(jobId, 'heir');
    expect(await snapshot(jobId)).toMatchObject({ status: 'failed', failed: 1, cancelled: 59, succeeded: 0 });
    expect(await drive.contents()).toEqual(before);
  });

  it('makes one archive, also when the export is finished twice', async () => {
    const ids = await drive.store(definitionsOf('twee keer klaar', 30));
    const jobId = await drive.export({ ids });
    const { finish } = exportOperation;
    const losing = engineWith({
      finish: async (work) => {
        await finish(work);
        throw new Error('Connection terminated');
      },
    });
    const lost = runJob(losing, { jobId, fence: 'first', attempt: 0, signal: new AbortController().signal });
    await expect(lost).rejects.toThrow('Connection terminated');
    expect(await snapshot(jobId)).toMatchObject({ status: 'finalizing' });
    await claim(jobId, 'second');
    const job = await drive.job(jobId);
    expect(job).toMatchObject({ status: 'completed', artifacts: [{ kind: 'archive' }] });
    expect((await unzip(await drive.download(jobId, 'archive'))).size).toBe(30 + INDEX_FILES.length);
  });
});

describe('a passing error', () => {
  /** An update of `count` definitions, confirmed, that nobody works on yet. */
  async function confirmedUpdate(name: string, count: number, options: Options = {}) {
    const contents = definitionsOf(name, count);
    const ids = await drive.store(contents);
    const rewritten = contents.map((content) => ({ ...content, definition: `${content.definition}, herzien` }));
    const jobId = await drive.import(await drive.upload(filesOf(rewritten, ids)), { ...options, confirm: true });
    await claim(jobId, 'planner');
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    return { jobId, ids };
  }

  const attemptsOf = async (jobId: string) => {
    const { rows } = await product.services.pool.query<{ attempts: number }>(
      'SELECT attempts FROM job_chunks WHERE job_id = $1 ORDER BY number',
      [jobId],
    );
    return rows.map(({ attempts }) => attempts);
  };
  const asAdmin = () => withDatabase(inject('postgres').adminUrl, new URL(product.url).pathname.slice(1));

  it('of two transactions that wait for each other costs no item', async () => {
    const { jobId, ids } = await confirmedUpdate('kruis', 40, { parallelism: 1 });
    // This side may wait long before it looks for a deadlock, so that it is the job that finds it and gives way.
    const other = await hold(asAdmin(), `SET LOCAL deadlock_timeout = '1min'`);
    await other.query('SELECT FROM job_items WHERE job_id = $1 AND position = 5 FOR UPDATE', [jobId]);
    const working = claim(jobId, 'first');
    await other.reached();
    await other.query('SELECT FROM definitions WHERE id = $1 FOR UPDATE', [ids[5]]);
    await other.release();
    await working;
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 40 });
    expect(await attemptsOf(jobId)).toEqual([2, 1]);
  });

  it('of a connection that is cut in the middle of a chunk costs no item', async () => {
    const { jobId } = await confirmedUpdate('doorgeknipt', 40, { parallelism: 1 });
    const held = await holdItem(product.url, jobId, 25);
    const working = claim(jobId, 'first');
    const pid = await held.reached();
    const admin = new pg.Client({ connectionString: asAdmin() });
    await admin.connect();
    await admin.query('SELECT pg_terminate_backend($1)', [pid]);
    await admin.end();
    await held.release();
    await working;
    expect(await snapshot(jobId)).toMatchObject({ status: 'completed', succeeded: 40, attempt: 2 });
    expect(await attemptsOf(jobId)).toEqual([1, 2]);
  });

  it('leaves exactly one winner per definition when two jobs write the same ones in opposite order', async () => {
    const contents = definitionsOf('heen en weer', 80);
    const ids = await drive.store(contents);
    const jobs: string[] = [];
    for (const order of [1, -1]) {
      const rewritten = contents.map((content) => ({
        ...content,
        definition: `${content.definition}, versie ${order}`,
      }));
      const [texts, targets] = order === 1 ? [rewritten, ids] : [rewritten.toReversed(), ids.toReversed()];
      const jobId = await drive.import(await drive.upload(filesOf(texts, targets)), {
        chunkSize: 10,
        parallelism: 4,
        confirm: true,
      });
      await claim(jobId, 'planner');
      await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
      jobs.push(jobId);
    }
    await Promise.all(jobs.map((jobId) => claim(jobId, `worker of ${jobId}`)));
    const outcomes = await Promise.all(jobs.map((jobId) => drive.outcomes(jobId)));
    const sum = (name: string) => outcomes.reduce((total, outcome) => total + (outcome[name] ?? 0), 0);
    expect(sum('succeeded')).toBe(80);
    expect(sum('failed stale_version')).toBe(80);
    const { rows } = await product.services.pool.query(
      'SELECT version, count(*)::int AS count FROM definitions WHERE id = ANY ($1::uuid[]) GROUP BY 1',
      [ids],
    );
    expect(rows).toEqual([{ version: 2, count: 80 }]);
  });
});
