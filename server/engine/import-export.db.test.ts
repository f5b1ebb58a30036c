import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { createBatch } from '#server/batches/create-batch.ts';
import { readJob } from '#server/batches/read-job.ts';
import { readReport } from '#server/batches/read-report.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadBytes, uploadGenerated } from '#server/testing/upload-files.ts';

let product: Product;
let lead: Actor;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
});
afterAll(() => product.close());

async function startImport(uploadId: string, options: Record<string, unknown> = {}) {
  const batch = await createBatch(product.services, lead, {
    jobs: [
      {
        operation: 'import',
        uploadId,
        options: { chunkSize: 20, parallelism: 2, onError: 'continue', conflict: 'skip', confirm: true, ...options },
      },
    ],
  });
  return batch.jobs[0]?.id as string;
}

describe('an import', () => {
  it('checks, waits for a yes, writes, and comes back out of an export as unchanged', async () => {
    const { services } = product;
    const jobId = await startImport(await uploadGenerated(services, lead, 60, 1));
    await product.until(jobId, 'awaiting_confirmation');
    expect((await readJob(services, lead, jobId)).plan).toEqual({ new: 60 });
    expect((await services.pool.query('SELECT count(*)::int AS n FROM definitions')).rows[0].n).toBe(0);

    await confirmPlan(services, lead, jobId, { decision: 'apply' });
    expect(await product.until(jobId, 'completed')).toMatchObject({
      total: 60,
      succeeded: 60,
      failed: 0,
      percent: 100,
    });

    const exported = await createBatch(services, lead, {
      jobs: [
        {
          operation: 'export',
          selection: { filter: {}, excludedIds: [] },
          options: { chunkSize: 20, parallelism: 2, formats: ['json'] },
        },
      ],
    });
    const exportId = exported.jobs[0]?.id as string;
    await product.until(exportId, 'completed');
    const report = await readReport(services, lead, exportId);
    expect(report.totals).toMatchObject({ total: 60, succeeded: 60, pending: 0 });
    const artifact = await services.pool.query('SELECT storage_key AS key, size FROM artifacts WHERE job_id = $1', [
      exportId,
    ]);
    const chunks: Buffer[] = [];
    for await (const bytes of services.storage.read(artifact.rows[0].key)) chunks.push(bytes);
    const again = await startImport(await uploadBytes(services, lead, 'export.zip', Buffer.concat(chunks)), {
      confirm: false,
    });
    expect(await product.until(again, 'completed')).toMatchObject({ total: 60, unchanged: 60, succeeded: 0 });
    expect(product.log).toEqual([]);
  });
});
