import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewJob } from '#contract/batches.ts';
import { batchReportSchema } from '#contract/reports.ts';
import type { Actor } from '#domain/access.ts';
import { definitionOf, definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { batchReportToCsv } from './batch-report-to-csv.ts';
import { createBatch } from './create-batch.ts';
import { readBatchReport } from './read-batch-report.ts';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());

async function importing(name: string, terms: string[], dependsOn: number[] = []): Promise<NewJob> {
  const uploadId = await drive.upload(filesOf(terms.map((term) => definitionOf(term))));
  return {
    operation: 'import',
    name,
    uploadId,
    dependsOn,
    options: { chunkSize: 20, parallelism: 1, onError: 'continue', conflict: 'fail', confirm: false },
  };
}

describe('the report of a batch', () => {
  it('adds up over its jobs and groups what failed by code, with where it failed', async () => {
    const ids = await drive.store(definitionsOf('er al', 3, { status: 'established' }));
    expect(ids).toHaveLength(3);
    const first = await importing('=eerste', ['nieuw 1', 'nieuw 2', 'er al 0000']);
    const second = await importing('tweede', ['nieuw 3', 'er al 0001', 'er al 0002'], [0]);
    const batch = await createBatch(product.services, lead, { name: 'Samen', jobs: [first, second] });
    for (const { id } of batch.jobs) await product.until(id, 'completed_with_errors');

    const report = batchReportSchema.parse(await readBatchReport(product.services, lead, batch.id));
    expect(report).toMatchObject({ name: 'Samen', status: 'completed_with_errors', createdBy: { id: lead.id } });
    const none = { unchanged: 0, skipped: 0, cancelled: 0, rolledBack: 0, rollbackConflict: 0, pending: 0 };
    expect(report.totals).toEqual({ ...none, total: 6, succeeded: 3, failed: 3 });
    expect(report.successRate).toBe(0.5);
    expect(report.jobs.map(({ name, totals: { succeeded, failed } }) => [name, succeeded, failed])).toEqual([
      ['=eerste', 2, 1],
      ['tweede', 1, 2],
    ]);
    expect(report.errors).toHaveLength(1);
    expect(report.errors[0]).toMatchObject({ count: 3, jobs: 2 });
    expect(report.errors[0]?.examples.map(({ jobId, position }) => [jobId, position])).toEqual([
      [batch.jobs[0]?.id, 2],
      [batch.jobs[1]?.id, 1],
      [batch.jobs[1]?.id, 2],
    ]);
    const [one, two] = report.jobs;
    expect(report.timings.workMs).toBe((one?.workMs ?? 0) + (two?.workMs ?? 0));
    expect(report.startedAt).toBe(one?.startedAt);
    expect(report.finishedAt).toBe(two?.finishedAt);

    const csv = await batchReportToCsv(product.services, lead, batch.id);
    const lines = csv.trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^\ufeffnummer;opdracht;bewerking;status;totaal;geslaagd;/);
    expect(lines[1]).toMatch(/^1;'=eerste;import;completed_with_errors;3;2;0;0;1;0;0;0;0;/);
    expect(lines[3]).toMatch(/^totaal;Samen;;completed_with_errors;6;3;0;0;3;0;0;0;0;/);
  });

  it('says of a batch that has not begun that everything is still to do', async () => {
    const ids = await drive.store(definitionsOf('later', 2));
    const scheduledFor = new Date(Date.now() + 3_600_000).toISOString();
    const batch = await createBatch(product.services, lead, {
      scheduledFor,
      jobs: [
        { operation: 'export', selection: { ids }, options: { chunkSize: 20, parallelism: 1, formats: ['json'] } },
      ],
    });
    expect(await readBatchReport(product.services, lead, batch.id)).toMatchObject({
      status: 'scheduled',
      startedAt: null,
      finishedAt: null,
      successRate: null,
      timings: { elapsedMs: null, workMs: 0 },
      errors: [],
    });
  });

  it('is not there for another organisation', async () => {
    const outsider = await product.person('lead', 'Rechtspraak');
    const jobId = await drive.importOf([definitionOf('van ons')]);
    const { batchId } = await drive.job(jobId);
    await expect(readBatchReport(product.services, outsider, batchId)).rejects.toMatchObject({ code: 'not_found' });
  });
});
