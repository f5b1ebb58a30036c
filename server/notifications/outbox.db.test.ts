import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#db/testing/eventually.ts';
import type { Actor } from '#domain/access.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { createBatch } from '#server/batches/create-batch.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { listNotifications } from './list-notifications.ts';
import { changeNotificationSettings } from './notification-settings.ts';

/** What the engine and the use cases leave in the outbox, and who hears of it. */
let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());

type Told = { type: string; data: Record<string, Record<string, unknown>>; told: boolean };

async function eventsOf(id: string): Promise<Told[]> {
  const { rows } = await product.services.pool.query<Told>(
    `SELECT type, data, told_at IS NOT NULL AS told FROM events
     WHERE data -> 'job' ->> 'id' = $1 OR data -> 'batch' ->> 'id' = $1 ORDER BY created_at, id`,
    [id],
  );
  return rows;
}
const typesOf = async (id: string) => (await eventsOf(id)).map(({ type }) => type);
const inbox = async (actor: Actor) =>
  (await listNotifications(product.services, actor, { limit: 200 })).items.map(({ type, data }) => ({
    type,
    about: data.job?.id ?? data.batch?.id,
  }));

describe('the outbox', () => {
  it('holds every step of an import that people or systems may want to hear of, with its counts', async () => {
    const contents = definitionsOf('uitbak', 3);
    const jobId = await drive.import(await drive.upload(filesOf(contents)), { confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed');
    const { batchId } = await drive.job(jobId);
    const told = await eventsOf(batchId);
    expect(told.map(({ type }) => type)).toEqual([
      'batch.created',
      'job.started',
      'job.awaiting_confirmation',
      'job.completed',
      'batch.finished',
    ]);
    expect(told[3]?.data).toMatchObject({
      batch: { id: batchId, jobs: 1 },
      job: { id: jobId, status: 'completed', total: 3, succeeded: 3, failed: 0, problem: null },
      startedBy: { id: lead.id },
    });
    expect(told[4]?.data).toMatchObject({ batch: { status: 'completed' }, jobs: [{ id: jobId, succeeded: 3 }] });
    expect(JSON.stringify(told)).not.toContain(contents[0]?.term);
    await undoJob(product.services, lead, jobId, {});
    await product.until(jobId, 'rolled_back');
    const after = await eventsOf(batchId);
    expect(after.slice(5).map(({ type }) => type)).toEqual(['job.rolled_back', 'batch.finished']);
    expect(after[5]?.data.job).toMatchObject({ rolledBack: 3, succeeded: 0 });
  });

  it('tells of a plan that was refused by a person with everything counted', async () => {
    const jobId = await drive.import(await drive.upload(filesOf(definitionsOf('weigering', 2))), { confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    await confirmPlan(product.services, lead, jobId, { decision: 'reject', reason: 'nee' });
    const cancelled = (await eventsOf(jobId)).find(({ type }) => type === 'job.cancelled');
    expect(cancelled?.data.job).toMatchObject({ status: 'cancelled', total: 2, cancelled: 2 });
  });

  it('tells of a file, and once of the end of a batch whose jobs end together', async () => {
    const ids = await drive.store(definitionsOf('bestand', 4));
    const exporting = { operation: 'export', selection: { ids } } as const;
    const options = { chunkSize: 20, parallelism: 1, formats: ['json' as const] };
    const batch = await createBatch(product.services, lead, {
      maxConcurrent: 4,
      jobs: [
        { ...exporting, options },
        { ...exporting, options },
        { ...exporting, options },
      ],
    });
    for (const { id } of batch.jobs) await product.until(id, 'completed');
    const types = await typesOf(batch.id);
    expect(types.filter((type) => type === 'artifact.created')).toHaveLength(3);
    expect(types.filter((type) => type === 'batch.finished')).toHaveLength(1);
    expect(types.at(-1)).toBe('batch.finished');
  });

  it('is told once by each of many, and is empty afterwards', async () => {
    await eventually(async () => {
      const { rows } = await product.services.pool.query('SELECT id FROM events WHERE told_at IS NULL');
      expect(rows).toEqual([]);
    });
    await expectInvariants(product.services.pool);
  });
});

describe('the inbox', () => {
  it('has what happened to one’s own batch, told once: of one job by its job, of several by the batch', async () => {
    const starter = await product.person('lead', 'Reclassering Nederland');
    const own = driveJobs(product, starter);
    const ids = await own.store(definitionsOf('postvak', 2));
    const one = await own.export({ ids });
    await product.until(one, 'completed');
    const options = { chunkSize: 20, parallelism: 1, formats: ['json' as const] };
    const batch = await createBatch(product.services, starter, {
      jobs: [
        { operation: 'export', selection: { ids }, options },
        { operation: 'export', selection: { ids }, options },
      ],
    });
    for (const { id } of batch.jobs) await product.until(id, 'completed');
    await eventually(async () =>
      expect(await inbox(starter)).toEqual([
        { type: 'batch.finished', about: batch.id },
        { type: 'job.completed', about: one },
      ]),
    );
    expect(await inbox(lead)).not.toContainEqual(expect.objectContaining({ about: one }));
  });

  it('tells leads of the organisation of a failure, and nobody else', async () => {
    const organisation = 'Raad voor de Kinderbescherming';
    const [starter, other, viewer] = [
      await product.person('admin', organisation),
      await product.person('lead', organisation),
      await product.person('viewer', organisation),
    ];
    const own = driveJobs(product, starter);
    const jobId = await own.import(await own.upload({ 'kapot.json': '{' }), { onError: 'all_or_nothing' });
    await product.until(jobId, 'failed');
    const failed = { type: 'job.failed', about: jobId };
    await eventually(async () => expect(await inbox(other)).toEqual([failed]));
    expect(await inbox(starter)).toEqual([failed]);
    expect(await inbox(viewer)).toEqual([]);
    expect(await inbox(lead)).not.toContainEqual(failed);
  });

  it('follows what a person chose', async () => {
    const starter = await product.person('lead', 'Justid');
    await changeNotificationSettings(product.services, starter, {
      locale: 'en',
      tryAddressAgain: false,
      choices: { 'job.completed': { inbox: false, email: false }, 'batch.created': { inbox: true, email: false } },
    });
    const own = driveJobs(product, starter);
    const jobId = await own.export({ ids: await own.store(definitionsOf('keuze', 1)) });
    await product.until(jobId, 'completed');
    await eventually(async () => expect(await typesOf(jobId)).toContain('job.completed'));
    const { batchId } = await own.job(jobId);
    await eventually(async () => expect(await inbox(starter)).toEqual([{ type: 'batch.created', about: batchId }]));
  });

  it('tells of a job that was stopped while it waited', async () => {
    const starter = await product.person('lead', 'Halt');
    const own = driveJobs(product, starter);
    const ids = await own.store(definitionsOf('stoppen', 1));
    const options = { chunkSize: 20, parallelism: 1, formats: ['json' as const] };
    const scheduledFor = new Date(Date.now() + 3_600_000).toISOString();
    const batch = await createBatch(product.services, starter, {
      scheduledFor,
      jobs: [{ operation: 'export', selection: { ids }, options }],
    });
    const jobId = batch.jobs[0]?.id as string;
    await cancelJob(product.services, starter, jobId, { keep: true });
    await eventually(async () => expect(await inbox(starter)).toEqual([{ type: 'job.cancelled', about: jobId }]));
  });
});
