import { describe, expect, it, type TestContext } from 'vitest';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Hold, hold, holdItem } from '#server/testing/hold.ts';
import { type SpawnedProcessor, spawnProcessor } from '#server/testing/spawn-processor.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

/** A database of its own, in which only spawned processors work; nothing of it is left when the test ends. */
async function prepare({ onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
  const product = await startProduct({ processor: false });
  const started: SpawnedProcessor[] = [];
  onTestFinished(async () => {
    await Promise.all(started.map((processor) => processor.end('SIGKILL')));
    await product.close();
  });
  const lead = await product.person('lead');
  const drive = driveJobs(product, lead);
  const processor = () => {
    const spawned = spawnProcessor(product);
    started.push(spawned);
    return spawned;
  };
  type Options = Parameters<typeof drive.importOf>[1];
  /** An import of `count` new definitions that a processor is at work on and cannot get past `position`. */
  const stuckAt = async (position: number, name: string, count: number, options: Options) => {
    const jobId = await drive.importOf(definitionsOf(name, count), { ...options, confirm: true });
    await drive.until(jobId, ({ status }) => status === 'awaiting_confirmation');
    const held = await holdItem(product.url, jobId, position);
    await confirmPlan(product.services, lead, jobId, { decision: 'apply' });
    await held.reached();
    return { jobId, held };
  };
  return { product, drive, processor, stuckAt };
}

async function lossesOf({ services }: Product, jobId: string) {
  const { rows } = await services.pool.query(
    'SELECT status, fence, attempt, takeovers_without_progress AS losses FROM jobs WHERE id = $1',
    [jobId],
  );
  return rows[0];
}

const ended = ({ status }: { status: string }) => !['checking', 'running', 'finalizing'].includes(status);

// Mostly they wait for the heartbeat of the one that was killed, so they wait together.
describe.concurrent('a processor', () => {
  it('that is killed while it writes one job and checks another loses neither', async (test) => {
    const { product, drive, processor, stuckAt } = await prepare(test);
    const first = processor();
    const { jobId: written, held } = await stuckAt(50, 'geschreven', 200, { parallelism: 1 });
    const checking: Hold = await hold(product.url, 'LOCK TABLE job_item_contents IN SHARE MODE');
    const checked = await drive.importOf(definitionsOf('gecontroleerd', 50));
    await checking.reached();
    expect(await drive.until(written, ({ succeeded }) => succeeded > 0)).toMatchObject({ succeeded: 40 });
    await first.end('SIGKILL');
    processor();
    await Promise.all([held.release(), checking.release()]);
    expect(await drive.until(written, ended)).toMatchObject({ status: 'completed', succeeded: 200 });
    expect(await drive.until(checked, ended)).toMatchObject({ status: 'completed', succeeded: 50 });
    expect(await lossesOf(product, checked)).toMatchObject({ attempt: 2 });
    await expectInvariants(product.services.pool);
  });

  it('that is killed in the middle of all or nothing leaves nothing, and its heir does all', async (test) => {
    const { product, drive, processor, stuckAt } = await prepare(test);
    const first = processor();
    const { jobId, held } = await stuckAt(190, 'alles', 200, { onError: 'all_or_nothing' });
    await first.end('SIGKILL');
    await held.release();
    expect(await drive.contents()).toEqual({});
    processor();
    expect(await drive.until(jobId, ended)).toMatchObject({ status: 'completed', succeeded: 200 });
    expect(Object.keys(await drive.contents())).toHaveLength(200);
    await expectInvariants(product.services.pool);
  });

  it('that is asked to stop ends after its chunk, and another goes on at once', async (test) => {
    const { product, drive, processor, stuckAt } = await prepare(test);
    const first = processor();
    const { jobId, held } = await stuckAt(50, 'netjes', 200, { parallelism: 1 });
    const gone = first.end('SIGTERM');
    await held.release();
    expect(await gone).toBe(0);
    expect(await lossesOf(product, jobId)).toEqual({ status: 'running', fence: null, attempt: 2, losses: 0 });
    const { rows } = await product.services.pool.query(`SELECT state FROM pgboss.job WHERE data ->> 'jobId' = $1`, [
      jobId,
    ]);
    expect(rows.map((row) => row.state)).not.toContain('active');
    expect(await drive.until(jobId, () => true)).toMatchObject({ succeeded: 60 });
    processor();
    expect(await drive.until(jobId, ended)).toMatchObject({ status: 'completed', succeeded: 200 });
    await expectInvariants(product.services.pool);
  });
});
