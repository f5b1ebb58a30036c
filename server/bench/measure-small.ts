import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { generateFiles } from '#db/seed/generate-files.ts';
import { writeZipFile } from '#db/seed/write-zip-file.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { makePerson } from './make-person.ts';
import { openProduct, type Product } from './product.ts';
import { median, percentile } from './statistics.ts';
import type { Workbench } from './workbench.ts';

const CONFIRMED_ITEMS = 100;
const CONFIRMATIONS = 7;
const STARTS = 60;
/** Between two starts, so that the system is idle again; not a round number, so that it does not beat with any timer. */
const PAUSE_MS = 137;

export type SmallResult = {
  /** Milliseconds from the confirmation of a plan of 100 items to the completed job. */
  confirm: { items: number; times: number; medianMs: number; maxMs: number };
  /** Milliseconds from the call that creates a batch to the claim of its job by a processor, one at a time, idle otherwise. */
  start: { times: number; p50Ms: number; p95Ms: number; maxMs: number };
};

/** What a person notices: how soon a small import is done, and how soon any job begins. */
export async function measureSmall(workbench: Workbench, signal: AbortSignal): Promise<SmallResult> {
  await using stack = new AsyncDisposableStack();
  const product = await openProduct(stack, workbench, 'bench_small', signal);
  const confirmations = await timeConfirmations(product, workbench, signal);
  const starts = await timeStarts(product, workbench, signal);
  return {
    confirm: {
      items: CONFIRMED_ITEMS,
      times: confirmations.length,
      medianMs: median(confirmations),
      maxMs: Math.max(...confirmations),
    },
    start: {
      times: starts.length,
      p50Ms: percentile(starts, 50),
      p95Ms: percentile(starts, 95),
      maxMs: Math.max(...starts),
    },
  };
}

async function timeConfirmations(product: Product, { folder }: Workbench, signal: AbortSignal): Promise<number[]> {
  const path = join(folder, 'confirmed.zip');
  await writeZipFile(path, generateFiles({ count: CONFIRMED_ITEMS }));
  const times: number[] = [];
  for (let turn = 0; turn < CONFIRMATIONS; turn++) {
    signal.throwIfAborted();
    const actor = await makePerson(product.services.pool);
    const uploadId = await product.upload(actor, path);
    const { jobId } = await product.start(actor, { operation: 'import', uploadId });
    await product.until(jobId, 'awaiting_confirmation');
    await wait(PAUSE_MS);
    const confirmedAt = Date.now();
    await confirmPlan(product.services, actor, jobId, { decision: 'apply' });
    const job = await product.until(jobId, 'completed');
    times.push((job.finishedAt?.getTime() ?? 0) - confirmedAt);
  }
  return times;
}

async function timeStarts(product: Product, { forerunner }: Workbench, signal: AbortSignal): Promise<number[]> {
  const { pool } = product.services;
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM definitions WHERE organisation_id = $1 LIMIT 1', [
    forerunner.organisationId,
  ]);
  const selection = { ids: rows.map(({ id }) => id) };
  const times: number[] = [];
  for (let turn = 0; turn < STARTS; turn++) {
    signal.throwIfAborted();
    await wait(PAUSE_MS);
    const { jobId, askedAt } = await product.start(forerunner, { operation: 'export', selection });
    const job = await product.until(jobId, 'completed');
    times.push((job.startedAt?.getTime() ?? 0) - askedAt);
  }
  return times;
}
