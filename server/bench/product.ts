import { createReadStream, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { NewJob } from '#contract/batches.ts';
import { newBatchSchema } from '#contract/batches.ts';
import { openPool } from '#db/client.ts';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { generateFiles } from '#db/seed/generate-files.ts';
import { writeZipFile } from '#db/seed/write-zip-file.ts';
import type { Actor } from '#domain/access.ts';
import { isFinal, type JobStatus } from '#domain/job-status.ts';
import { createBatch } from '#server/batches/create-batch.ts';
import { loadConfig } from '#server/config.ts';
import { openQueue } from '#server/queue/pg-boss-queue.ts';
import type { Services } from '#server/services.ts';
import { diskStorage } from '#server/storage/disk-storage.ts';
import { receiveUpload } from '#server/uploads/receive-upload.ts';
import { startProcessor } from './start-processor.ts';
import type { Workbench } from './workbench.ts';

/** How often a job is looked at; its times are the database's, so this costs nothing in precision. */
const LOOK_EVERY_MS = 25;
/** So many that what they run through is compiled. */
const WARM_UP_ITEMS = 1_000;
/** A job that says nothing for so long is not coming to its end: a broken processor must not keep the bench waiting for ever. */
const SILENT_MS = 10 * 60_000;

export type Product = {
  services: Services;
  folder: string;
  peakMemory(): Promise<number>;
  /** Stores an archive as an upload of this person; answers its id. */
  upload(actor: Actor, path: string): Promise<string>;
  /** Starts a job with the options a person gets who says nothing but `options`. */
  start(actor: Actor, job: JobRequest): Promise<{ jobId: string; askedAt: number }>;
  /** Waits until a job is in this state; fails when it ends in another. */
  until(jobId: string, status: JobStatus): Promise<JobRow>;
};

type JobRequest =
  | { operation: 'import'; uploadId: string; options?: Partial<Extract<NewJob, { operation: 'import' }>['options']> }
  | {
      operation: 'export';
      selection: Extract<NewJob, { operation: 'export' }>['selection'];
      options?: Partial<Extract<NewJob, { operation: 'export' }>['options']>;
    };

/**
 * The product without its door: a database and a file folder of its own, the use cases in this process, and one real processor
 * that has done one small import and exported it, so that nothing is measured that happens once in its life. All gone with `stack`.
 */
export async function openProduct(
  stack: AsyncDisposableStack,
  workbench: Workbench,
  name: string,
  signal: AbortSignal,
  { env = {}, warmUpItems = WARM_UP_ITEMS }: { env?: Record<string, string>; warmUpItems?: number } = {},
): Promise<Product> {
  const url = await workbench.createDatabase(name);
  stack.defer(() => workbench.dropDatabase(name));
  const folder = await mkdtemp(join(workbench.folder, 'product-'));
  const config = loadConfig({ DATABASE_URL: url, AUTH_SECRET: 'x'.repeat(32), DATA_DIR: folder, ...env });
  const pool = openPool(url, { connections: 4, name: 'lexport-bench' });
  stack.defer(() => pool.end());
  const queue = await openQueue(url, { worker: false });
  stack.defer(() => queue.stop());
  const services: Services = { pool, storage: diskStorage(join(folder, 'files')), queue, config };
  const processor = startProcessor(config);
  stack.defer(() => processor.stop());

  const product: Product = {
    services,
    folder,
    peakMemory: processor.peakMemory,
    async upload(actor, path) {
      const incoming = { fileName: 'bench.zip', expectedSize: statSync(path).size, body: createReadStream(path) };
      return (await receiveUpload(services, actor, incoming)).id;
    },
    async start(actor, job) {
      const batch = newBatchSchema.parse({ jobs: [job] });
      const askedAt = Date.now();
      const { jobs } = await createBatch(services, actor, batch);
      return { jobId: jobs[0]?.id as string, askedAt };
    },
    async until(jobId, status) {
      for (;;) {
        const job = await findJob(pool, jobId);
        if (job?.status === status) return job;
        if (!job || isFinal(job.status)) {
          const why = JSON.stringify({ problem: job?.problemCode, findings: job?.findings, attempt: job?.attempt });
          throw new Error(`A job ended ${job?.status}, not ${status}: ${why}`);
        }
        if (Date.now() - job.updatedAt.getTime() > SILENT_MS)
          throw new Error(`A job has been ${job.status} without a sign of life`);
        await wait(LOOK_EVERY_MS, undefined, { signal });
      }
    },
  };
  await warmUp(product, workbench.forerunner, warmUpItems);
  return product;
}

async function warmUp(product: Product, actor: Actor, count: number): Promise<void> {
  const path = join(product.folder, 'warm-up.zip');
  await writeZipFile(path, generateFiles({ count }));
  const uploadId = await product.upload(actor, path);
  const { jobId } = await product.start(actor, { operation: 'import', uploadId, options: { confirm: false } });
  await product.until(jobId, 'completed');
  const exported = await product.start(actor, { operation: 'export', selection: { filter: {}, excludedIds: [] } });
  await product.until(exported.jobId, 'completed');
}
