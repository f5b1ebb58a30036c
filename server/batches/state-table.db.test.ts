import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { moveJob } from '#db/queries/move-job.ts';
import type { Actor } from '#domain/access.ts';
import { isFinal, JOB_EVENTS, JOB_STATUSES, type JobEvent, type JobStatus, nextStatus } from '#domain/job-status.ts';
import { definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { cancelJob } from './cancel-job.ts';
import { confirmPlan } from './confirm-plan.ts';
import { pauseJob, resumeJob } from './pause-job.ts';
import { retryItems } from './retry-items.ts';
import { undoJob } from './undo-job.ts';

/** One job that is put into every state by hand: what is asked here is what each command makes of that. */
let product: Product;
let lead: Actor;
let jobId: string;

beforeAll(async () => {
  product = await startProduct({ processor: false });
  lead = await product.person('lead');
  jobId = await driveJobs(product, lead).importOf(definitionsOf('toestand', 1));
});
afterAll(() => product.close());

async function putInto(status: JobStatus): Promise<void> {
  await product.services.pool.query(
    `UPDATE jobs SET status = $2::job_status, fence = NULL, admitted = false, finished_at = CASE WHEN $3 THEN now() END,
       confirm_before = now() + interval '1 day' WHERE id = $1`,
    [jobId, status, isFinal(status)],
  );
}

async function found(): Promise<JobStatus> {
  const { rows } = await product.services.pool.query<{ status: JobStatus }>('SELECT status FROM jobs WHERE id = $1', [
    jobId,
  ]);
  return rows[0]?.status as JobStatus;
}

const PAIRS = JOB_STATUSES.flatMap((status) => JOB_EVENTS.map((event) => ({ status, event })));

it('every event moves a job from every state as the table says, or not at all', async () => {
  for (const { status, event } of PAIRS) {
    await putInto(status);
    const moved = await inTransaction(product.services.pool, (sql) => moveJob(sql, jobId, { event, actor: lead }));
    const next = nextStatus(status, event);
    expect([moved?.status ?? null, await found()], `${event} in ${status}`).toEqual([next, next ?? status]);
  }
});

type Command = { name: string; by: readonly JobEvent[]; run(): Promise<unknown> };

/** What a person can ask, and the events that may come of it. */
const COMMANDS: Command[] = [
  { name: 'stop and keep', by: ['cancel'], run: () => cancelJob(product.services, lead, jobId, { keep: true }) },
  {
    name: 'stop at once',
    by: ['cancel'],
    run: () => cancelJob(product.services, lead, jobId, { keep: true, graceful: false }),
  },
  {
    name: 'stop and roll back',
    by: ['cancel_and_roll_back'],
    run: () => cancelJob(product.services, lead, jobId, { keep: false }),
  },
  { name: 'pause', by: ['pause', 'pause_waiting'], run: () => pauseJob(product.services, lead, jobId) },
  { name: 'resume', by: ['resume'], run: () => resumeJob(product.services, lead, jobId) },
  { name: 'confirm', by: ['confirm'], run: () => confirmPlan(product.services, lead, jobId, { decision: 'apply' }) },
  { name: 'reject', by: ['reject'], run: () => confirmPlan(product.services, lead, jobId, { decision: 'reject' }) },
  { name: 'undo', by: ['undo'], run: () => undoJob(product.services, lead, jobId, {}) },
];

describe.each(COMMANDS)('to $name', ({ by, run }) => {
  it.each(JOB_STATUSES)('a job that is %s works, or answers with that state and changes nothing', async (status) => {
    await putInto(status);
    const possible = by.some((event) => nextStatus(status, event) !== null);
    if (possible) {
      await run();
      expect(await found()).not.toBe(status);
    } else {
      await expect(run()).rejects.toMatchObject({ code: 'wrong_state', params: { status } });
      expect(await found()).toBe(status);
    }
  });
});

it.each(JOB_STATUSES.filter((status) => !isFinal(status)))('a job that is %s cannot be retried yet', async (status) => {
  await putInto(status);
  const retried = retryItems(product.services, lead, jobId, { items: 'failed' });
  await expect(retried).rejects.toMatchObject({ code: 'wrong_state', params: { status } });
});
