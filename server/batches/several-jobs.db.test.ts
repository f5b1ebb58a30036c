import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type NewBatchInput, newBatchSchema } from '#contract/batches.ts';
import { findJob } from '#db/queries/job-row.ts';
import type { Actor } from '#domain/access.ts';
import type { JobStatus } from '#domain/job-status.ts';
import { dispatchJobs } from '#server/admission/dispatch-jobs.ts';
import { runJob } from '#server/engine/run-job.ts';
import { offerLostAgain } from '#server/engine/start-dispatching.ts';
import { definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { cancelJob } from './cancel-job.ts';
import { changeBatch, changeJob } from './change-priority.ts';
import { createBatch } from './create-batch.ts';
import { readBatch } from './read-batch.ts';

/** Nothing takes jobs by itself here: each test says what a processor does, and when. */
let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;
let ids: string[];

beforeAll(async () => {
  product = await startProduct({ processor: false, env: { MAX_QUEUED_JOBS: '12' } });
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
  ids = await drive.store(definitionsOf('in een batch', 30));
});
afterAll(() => product.close());
afterEach(async () => {
  const { rows } = await product.services.pool.query<{ id: string }>('SELECT id FROM jobs WHERE finished_at IS NULL');
  for (const { id } of rows) await cancelJob(product.services, lead, id, { keep: true });
  await expectInvariants(product.services.pool);
});

const exportJob = (more: object = {}) => ({ operation: 'export' as const, selection: { ids }, ...more });
const create = (input: NewBatchInput, actor = lead) =>
  createBatch(product.services, actor, newBatchSchema.parse(input));
const work = (jobId: string, fence = `worker ${jobId}`) =>
  runJob(product.engine, { jobId, fence, attempt: 0, signal: new AbortController().signal });

async function statuses(batchId: string): Promise<JobStatus[]> {
  return (await readBatch(product.services, lead, batchId)).jobs.map(({ status }) => status);
}
async function admitted(batchId: string): Promise<boolean[]> {
  return (await readBatch(product.services, lead, batchId)).jobs.map((job) => job.admitted);
}

describe('a batch of several jobs', () => {
  it('holds them in their order, each with its name, and adds up their progress', async () => {
    const batch = await create({ name: 'Drieluik', jobs: [exportJob({ name: 'Eerst' }), exportJob(), exportJob()] });
    expect(batch).toMatchObject({ name: 'Drieluik', maxConcurrent: 4, scheduledFor: null });
    expect(batch.jobs.map(({ name, place }) => [name, place])).toEqual([
      ['Eerst', 0],
      ['Export', 1],
      ['Export', 2],
    ]);
    expect(batch.progress).toMatchObject({ status: 'queued', total: 90, processed: 0, jobs: { total: 3, ended: 0 } });
    for (const { id } of batch.jobs) await work(id);
    expect((await readBatch(product.services, lead, batch.id)).progress).toMatchObject({
      status: 'completed',
      succeeded: 90,
      percent: 100,
      jobs: { total: 3, ended: 3 },
    });
  });

  it('lets one be cancelled without touching the others', async () => {
    const batch = await create({ jobs: [exportJob(), exportJob(), exportJob()] });
    const [first, second, third] = batch.jobs.map(({ id }) => id) as [string, string, string];
    await cancelJob(product.services, lead, second, { keep: true });
    await work(first);
    await work(third);
    expect(await statuses(batch.id)).toEqual(['completed', 'cancelled', 'completed']);
    expect((await readBatch(product.services, lead, batch.id)).progress.status).toBe('completed_with_errors');
  });

  it('has no more of them with processors than it allows, strictly', async () => {
    const batch = await create({ maxConcurrent: 2, jobs: [exportJob(), exportJob(), exportJob(), exportJob()] });
    expect(await admitted(batch.id)).toEqual([true, true, false, false]);
    await Promise.all([1, 2, 3].map(() => dispatchJobs(product.engine)));
    expect(await admitted(batch.id)).toEqual([true, true, false, false]);
    await work(batch.jobs[1]?.id as string);
    expect(await admitted(batch.id)).toEqual([true, false, true, false]);
    await changeBatch(product.services, lead, batch.id, { maxConcurrent: 3 });
    expect(await admitted(batch.id)).toEqual([true, false, true, true]);
  });

  it('starts those of a higher priority first, also when that is changed while they wait', async () => {
    const batch = await create({
      maxConcurrent: 1,
      priority: 3,
      jobs: [exportJob(), exportJob(), exportJob({ priority: 8 })],
    });
    expect(batch.jobs.map(({ priority }) => priority)).toEqual([3, 3, 8]);
    expect(await admitted(batch.id)).toEqual([false, false, true]);
    await changeJob(product.services, lead, batch.jobs[1]?.id as string, { priority: 9 });
    await work(batch.jobs[2]?.id as string);
    expect(await admitted(batch.id)).toEqual([false, true, false]);
  });
});

describe('a job that depends on others', () => {
  it('waits until each of them has ended well, and knows only then what matches', async () => {
    const batch = await create({
      jobs: [
        exportJob(),
        exportJob(),
        { operation: 'export', selection: { filter: { q: 'afhankelijk' } }, dependsOn: [0, 1] },
      ],
    });
    const [first, second, third] = batch.jobs.map(({ id }) => id) as [string, string, string];
    expect(batch.jobs[2]).toMatchObject({ status: 'blocked', dependsOn: [first, second].toSorted(), total: 0 });
    await work(first);
    expect(await statuses(batch.id)).toEqual(['completed', 'queued', 'blocked']);
    await drive.store(definitionsOf('afhankelijk', 5));
    await work(second);
    expect(await statuses(batch.id)).toEqual(['completed', 'completed', 'queued']);
    await work(third);
    expect(await drive.job(third)).toMatchObject({ status: 'completed', succeeded: 5 });
  });

  it.each([
    ['skip', 'cancelled', 'cancelled'],
    ['fail', 'failed', 'failed'],
    ['run', 'completed', 'completed'],
  ] as const)(
    'with policy %s, when one of them does not end well, ends as %s, and so do those behind it',
    async (policy, ended, behind) => {
      const batch = await create({
        jobs: [
          exportJob(),
          exportJob({ dependsOn: [0], onDependencyFailure: policy }),
          exportJob({ dependsOn: [1], onDependencyFailure: policy }),
        ],
      });
      const [first, second, third] = batch.jobs.map(({ id }) => id) as [string, string, string];
      await cancelJob(product.services, lead, first, { keep: true });
      for (const id of [second, third]) await work(id);
      expect(await statuses(batch.id)).toEqual(['cancelled', ended, behind]);
      const { problem } = await drive.job(second);
      expect(problem?.code ?? null).toBe(policy === 'run' ? null : 'dependency_failed');
    },
  );

  it('may wait for a job of an earlier batch that is under way', async () => {
    const earlier = await create({ jobs: [exportJob()] });
    const [dependency] = earlier.jobs.map(({ id }) => id) as [string];
    const batch = await create({ jobs: [exportJob({ dependsOn: [dependency] })] });
    expect(await statuses(batch.id)).toEqual(['blocked']);
    await work(dependency);
    expect(await statuses(batch.id)).toEqual(['queued']);
  });

  it('is refused when it waits for itself in a circle, with the path, for a stranger, or for what has ended', async () => {
    const count = async () => (await product.services.pool.query('SELECT count(*) FROM batches')).rows[0].count;
    const ended = await create({ jobs: [exportJob()] });
    const [endedId] = ended.jobs.map(({ id }) => id) as [string];
    await work(endedId);
    const stranger = await product.person('lead', 'Dienst Justitiële Inrichtingen');
    const before = await count();
    const jobs = [exportJob({ dependsOn: [2] }), exportJob({ dependsOn: [0] }), exportJob({ dependsOn: [1] })];
    await expect(create({ jobs })).rejects.toMatchObject({
      code: 'circular_dependencies',
      params: { path: '1 → 3 → 2 → 1' },
    });
    await expect(create({ jobs: [exportJob({ dependsOn: [0] })] })).rejects.toMatchObject({
      code: 'circular_dependencies',
    });
    await expect(create({ jobs: [exportJob({ dependsOn: [7] })] })).rejects.toMatchObject({
      code: 'foreign_dependency',
    });
    await expect(create({ jobs: [exportJob({ dependsOn: [endedId] })] })).rejects.toMatchObject({
      code: 'finished_dependency',
    });
    await expect(create({ jobs: [exportJob({ dependsOn: [endedId] })] }, stranger)).rejects.toMatchObject({
      code: 'foreign_dependency',
    });
    expect(await count()).toBe(before);
  });
});

describe('a batch that starts later', () => {
  it('waits for its moment, then is frozen and worked on, dependencies last', async () => {
    const scheduledFor = new Date(Date.now() + 3_600_000).toISOString();
    const batch = await create({
      scheduledFor,
      jobs: [{ operation: 'export', selection: { filter: { q: 'ingepland' } } }, exportJob({ dependsOn: [0] })],
    });
    expect(batch).toMatchObject({ scheduledFor, progress: { status: 'scheduled' } });
    await dispatchJobs(product.engine);
    expect(await statuses(batch.id)).toEqual(['scheduled', 'scheduled']);
    await drive.store(definitionsOf('ingepland', 3));
    await product.services.pool.query('UPDATE batches SET scheduled_for = now() WHERE id = $1', [batch.id]);
    await dispatchJobs(product.engine);
    expect(await statuses(batch.id)).toEqual(['queued', 'blocked']);
    for (const { id } of batch.jobs) await work(id);
    expect(await statuses(batch.id)).toEqual(['completed', 'completed']);
    expect(await drive.job(batch.jobs[0]?.id as string)).toMatchObject({ succeeded: 3 });
  });

  it('is refused when that moment has passed', async () => {
    const scheduledFor = new Date(Date.now() - 1_000).toISOString();
    await expect(create({ scheduledFor, jobs: [exportJob()] })).rejects.toMatchObject({
      code: 'scheduled_in_the_past',
    });
  });
});

describe('what is expected of a job', () => {
  it.each([
    [{ maxRecords: 29 }, 'too_many_records'],
    [{ preconditions: { expectedCount: 31 } }, 'unexpected_count'],
    [{ preconditions: { filter: { status: ['review' as const] } } }, 'precondition_failed'],
  ])('when not met has it refused before it starts: %j', async (options, code) => {
    await expect(create({ jobs: [exportJob({ options })] })).rejects.toMatchObject({ code });
    const later = await create({ jobs: [exportJob(), exportJob({ options, dependsOn: [0] })] });
    const [first, second] = later.jobs.map(({ id }) => id) as [string, string];
    await work(first);
    await work(second);
    expect(await drive.job(second)).toMatchObject({ status: 'failed', problem: { code }, succeeded: 0 });
  });

  it('when met is no hindrance', async () => {
    const options = { maxRecords: 30, preconditions: { expectedCount: 30, filter: { status: ['draft' as const] } } };
    const { jobs } = await create({ jobs: [exportJob({ options })] });
    await work(jobs[0]?.id as string);
    expect(await drive.job(jobs[0]?.id as string)).toMatchObject({ status: 'completed' });
  });

  it('is looked at when an import has been read', async () => {
    const uploadId = await drive.upload(filesOf(definitionsOf('te veel', 4)));
    const { jobs } = await create({
      jobs: [{ operation: 'import', uploadId, options: { maxRecords: 3, confirm: false } }],
    });
    await work(jobs[0]?.id as string);
    expect(await drive.job(jobs[0]?.id as string)).toMatchObject({
      status: 'failed',
      problem: { code: 'too_many_records', params: { count: 4, limit: 3 } },
    });
  });
});

describe('an organisation', () => {
  it('has at most five jobs at work and does not wait for the backlog of another', async () => {
    const other = await product.person('lead', 'Reclassering Nederland');
    const otherIds = await driveJobs(product, other).store(definitionsOf('van een ander', 3));
    const jobs = Array.from({ length: 4 }, () => exportJob());
    const [one, two] = [await create({ jobs }), await create({ jobs })];
    expect([...(await admitted(one.id)), ...(await admitted(two.id))].filter(Boolean)).toHaveLength(5);
    const theirs = await create({ jobs: [{ operation: 'export', selection: { ids: otherIds } }] }, other);
    expect(theirs.jobs[0]?.admitted).toBe(true);
    await work(theirs.jobs[0]?.id as string);
  });

  it('is refused more waiting jobs than it may have', async () => {
    const jobs = Array.from({ length: 13 }, () => exportJob());
    await expect(create({ jobs })).rejects.toMatchObject({ code: 'too_many_queued', params: { count: 0, limit: 12 } });
  });
});

it('a job that the queue has lost is offered again', async () => {
  const { jobs } = await create({ jobs: [exportJob()] });
  const jobId = jobs[0]?.id as string;
  const { pool, queue } = product.services;
  expect(await queue.holds(jobId)).toBe(true);
  await pool.query(`DELETE FROM pgboss.job WHERE singleton_key = $1`, [jobId]);
  await pool.query(`UPDATE jobs SET updated_at = now() - interval '2 minutes' WHERE id = $1`, [jobId]);
  expect(await queue.holds(jobId)).toBe(false);
  await offerLostAgain(product.engine);
  await dispatchJobs(product.engine);
  expect(await queue.holds(jobId)).toBe(true);
  expect((await findJob(pool, jobId))?.admitted).toBe(true);
  expect(product.log.splice(0)).toEqual([expect.stringContaining('lost a job')]);
});
