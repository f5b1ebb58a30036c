import { describe, expect, it, type TestContext, vi } from 'vitest';
import { listProcessors } from '#db/queries/processors.ts';
import { eventually } from '#db/testing/eventually.ts';
import { definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { startHeld } from '#server/testing/hold.ts';
import { spawnProcessor } from '#server/testing/spawn-processor.ts';
import { startProduct } from '#server/testing/start-product.ts';
import { startHeartbeat } from './heartbeat.ts';
import { housekeep } from './housekeep.ts';

async function prepare({ onTestFinished }: Pick<TestContext, 'onTestFinished'>, processor: boolean) {
  const product = await startProduct({ processor });
  onTestFinished(() => product.close());
  const { pool } = product.services;
  return { product, pool, rows: () => listProcessors(pool) };
}

describe.concurrent('the heartbeat of a processor', () => {
  it('tells who it is and how it does, again and again, and is gone after an orderly stop', async (test) => {
    const { product, rows } = await prepare(test, true);
    const stop = startHeartbeat(product.engine, 20);
    await eventually(async () => expect(await rows()).toHaveLength(1));
    const [first] = await rows();
    expect(first).toMatchObject({ pid: process.pid, version: expect.stringMatching(/^\d/) });
    expect(first?.load.rss).toBeGreaterThan(10_000_000);
    expect(first?.load.pool.total).toBeGreaterThan(0);
    await eventually(async () => {
      const [later] = await rows();
      expect(later?.heartbeatAt.getTime()).toBeGreaterThan(first?.heartbeatAt.getTime() ?? 0);
      expect(later?.startedAt).toEqual(first?.startedAt);
    });
    await stop();
    expect(await rows()).toEqual([]);
  });

  it('names the jobs in its hands, and forgets them when they have ended', async (test) => {
    const { product, rows } = await prepare(test, true);
    const lead = await product.person('lead');
    const drive = driveJobs(product, lead);
    const ids = await drive.store(definitionsOf('in handen', 40));
    const stop = startHeartbeat(product.engine, 20);
    const { jobId, held } = await startHeld(product.url, () => drive.export({ ids }, { chunkSize: 20 }), 0);
    await eventually(async () => expect((await rows())[0]?.load.jobs).toEqual([jobId]));
    await held.release();
    await product.until(jobId, 'completed');
    await eventually(async () => expect((await rows())[0]?.load.jobs).toEqual([]));
    await stop();
  });

  it('tells of timers that came late', async (test) => {
    const { product, rows } = await prepare(test, false);
    const stop = startHeartbeat(product.engine, 300);
    await eventually(async () => expect(await rows()).toHaveLength(1));
    const until = performance.now() + 150;
    while (performance.now() < until);
    await eventually(async () => expect((await rows())[0]?.load.eventLoopLagMs).toBeGreaterThan(100));
    await stop();
  });

  it('comes back when the row was taken away, and says once that it cannot be written', async (test) => {
    const { product, pool, rows } = await prepare(test, false);
    const stop = startHeartbeat(product.engine, 20);
    await eventually(async () => expect(await rows()).toHaveLength(1));
    await pool.query('DELETE FROM processors');
    await eventually(async () => expect(await rows()).toHaveLength(1));
    await pool.query('ALTER TABLE processors RENAME TO elsewhere');
    await eventually(() => expect(product.log).toHaveLength(1));
    const asked = vi.spyOn(pool, 'query');
    const refused = () => asked.mock.settledResults.filter(({ type }) => type === 'rejected').length;
    await eventually(() => expect(refused()).toBeGreaterThan(3));
    expect(product.log).toEqual([expect.stringContaining('heartbeat')]);
    await pool.query('ALTER TABLE elsewhere RENAME TO processors');
    await stop();
    expect(await rows()).toEqual([]);
  });

  it('that stopped a day ago is forgotten by housekeeping, a younger one is not', async (test) => {
    const { product, pool, rows } = await prepare(test, false);
    const add = (hours: number) =>
      pool.query(
        `INSERT INTO processors (id, host, pid, version, heartbeat_at, load)
         VALUES (gen_random_uuid(), 'h', $1, '1', now() - make_interval(hours => $1), '{}')`,
        [hours],
      );
    await add(23);
    await add(25);
    await housekeep(product.engine);
    expect((await rows()).map(({ pid }) => pid)).toEqual([23]);
  });

  it('of a real processor is there while it lives, stays when it is killed and goes when it is asked to stop', async (test) => {
    const { product, rows } = await prepare(test, false);
    const killed = spawnProcessor(product);
    test.onTestFinished(async () => void (await killed.end('SIGKILL')));
    await eventually(async () => expect(await rows()).toHaveLength(1));
    await killed.end('SIGKILL');
    const stopped = spawnProcessor(product);
    test.onTestFinished(async () => void (await stopped.end('SIGKILL')));
    await eventually(async () => expect(await rows()).toHaveLength(2));
    expect(await stopped.end('SIGTERM')).toBe(0);
    expect(await rows()).toHaveLength(1);
  });
});
