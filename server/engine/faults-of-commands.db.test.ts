import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '#db/client.ts';
import { isFinal } from '#domain/job-status.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { pauseJob } from '#server/batches/pause-job.ts';
import { undoJob } from '#server/batches/undo-job.ts';
import { definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { intercept, type Point } from '#server/testing/intercept.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import type { Engine } from './engine.ts';
import { runJob } from './run-job.ts';

/** Nothing takes jobs by itself here: each test says when a processor works, and when somebody interferes. */
let product: Product;

beforeAll(async () => {
  product = await startProduct({ processor: false });
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

const CHUNKS = 3;
const PER_CHUNK = 2;
const HALF = 20;

function claim(engine: Engine, jobId: string, fence: string): Promise<void> {
  return runJob(engine, { jobId, fence, attempt: 0, signal: new AbortController().signal });
}

/** A lead of an organisation of their own, and an update of their six definitions that waits for confirmation. */
async function planned(name: string) {
  const lead = await product.person('lead', name);
  const drive = driveJobs(product, lead);
  const contents = definitionsOf(name, CHUNKS * PER_CHUNK);
  const ids = await drive.store(contents);
  const rewritten = contents.map((content) => ({ ...content, definition: `${content.definition}, herzien` }));
  const options = { chunkSize: PER_CHUNK, parallelism: 1, confirm: true };
  const jobId = await drive.import(await drive.upload(filesOf(rewritten, ids)), options);
  await claim(product.engine, jobId, 'planner');
  return { lead, drive, jobId };
}

describe('a job that is stopped at the edge of a chunk, and inside one', () => {
  type Stop = { keep: boolean; graceful: boolean };
  const STOPS: Stop[] = [true, false].flatMap((keep) => [true, false].map((graceful) => ({ keep, graceful })));
  const EDGES = Array.from({ length: CHUNKS + 1 }, (_, done) => ({ done, inside: false }));
  const INSIDES = Array.from({ length: CHUNKS }, (_, done) => ({ done, inside: true }));

  /** Stops a job when `done` chunks are committed: right before the next is begun, or with all its work done but its end. */
  async function stopAt(stop: Stop, { done, inside }: { done: number; inside: boolean }) {
    const name = `${JSON.stringify(stop)} ${done} ${inside}`;
    const { lead, drive, jobId } = await planned(name);
    const before = await drive.contents();
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    const committed: Point[] = Array.from({ length: done }, () => ({ statement: 'commit', moment: 'after' }));
    const place: Point = { statement: inside ? 'finish chunk' : 'lock next chunk', moment: 'before' };
    const pool = openPool(product.url);
    const seen = intercept(pool, 'chunk', [...committed, place], async () => {
      if (seen.ahead.length === 0) await cancelJob(product.services, lead, jobId, stop);
    });
    await claim({ ...product.engine, pool }, jobId, 'stopped');
    await pool.end();
    expect(seen.ahead).toEqual([]);
    if (!isFinal((await drive.job(jobId)).status)) await claim(product.engine, jobId, 'heir');
    const changed = Object.entries(await drive.contents()).filter(([id, hash]) => before[id] !== hash).length;
    return { job: await drive.job(jobId), changed, name };
  }

  it.each([...EDGES, ...INSIDES])('keeps $done chunks, inside the next: $inside; or takes all back', async (place) => {
    const stopped = await Promise.all(STOPS.map((stop) => stopAt(stop, place)));
    for (const [index, { job, changed, name }] of stopped.entries()) {
      const { keep, graceful } = STOPS[index] as Stop;
      // A chunk that is being done when somebody stops gracefully and keeps is finished; in every other case it is not.
      const done = PER_CHUNK * (place.done + (place.inside && keep && graceful ? 1 : 0));
      const cancelled = PER_CHUNK * CHUNKS - done;
      const counted = keep ? { succeeded: done, rolledBack: 0 } : { succeeded: 0, rolledBack: done };
      const status = keep ? 'cancelled' : 'rolled_back';
      expect(job, name).toMatchObject({ status, cancelled, failed: 0, rollbackConflict: 0, ...counted });
      expect(changed, name).toBe(keep ? done : 0);
    }
  });
});

describe('commands that exclude each other, given at once', () => {
  /** Exactly one of these is obeyed; the others hear in which state the job is by now, and have changed nothing. */
  async function expectOneWinner(commands: (() => Promise<unknown>)[]): Promise<number> {
    const answers = await Promise.allSettled(commands.map((command) => command()));
    const refused = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => reason);
    expect(refused).toHaveLength(commands.length - 1);
    for (const problem of refused) expect(problem).toMatchObject({ code: 'wrong_state' });
    return answers.findIndex((answer) => answer.status === 'fulfilled');
  }
  const half = (command: () => Promise<unknown>) => Array.from({ length: HALF }, () => command);
  const interleaved = <T>(ones: T[], others: T[]) => ones.flatMap((one, index) => [one, others[index] as T]);

  it.each([1, 2, 3])('have one winner, whatever they are (round %i)', async (round) => {
    const { lead, drive, jobId } = await planned(`tegelijk ${round}`);
    const { services } = product;
    const confirmed = await expectOneWinner(
      interleaved(
        half(() => confirmPlan(services, lead, jobId, { decision: 'apply' })),
        half(() => confirmPlan(services, lead, jobId, { decision: 'reject' })),
      ),
    );
    if (confirmed % 2 === 1) return expect((await drive.job(jobId)).status).toBe('cancelled');
    await expectOneWinner(half(() => pauseJob(services, lead, jobId)));
    const rolledBack = await expectOneWinner(
      interleaved(
        half(() => cancelJob(services, lead, jobId, { keep: true })),
        half(() => cancelJob(services, lead, jobId, { keep: false })),
      ),
    );
    await claim(product.engine, jobId, 'last');
    expect((await drive.job(jobId)).status).toBe(rolledBack % 2 === 1 ? 'rolled_back' : 'cancelled');
  });

  it('undo a job once', async () => {
    const { lead, drive, jobId } = await planned('eenmaal terug');
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await claim(product.engine, jobId, 'first');
    await expectOneWinner(half(() => undoJob(product.services, lead, jobId, {})));
    await claim(product.engine, jobId, 'last');
    expect(await drive.job(jobId)).toMatchObject({ status: 'rolled_back', rolledBack: CHUNKS * PER_CHUNK });
  });
});
