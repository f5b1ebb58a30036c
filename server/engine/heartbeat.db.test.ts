import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, type TestContext, vi } from 'vitest';
import { listProcessors } from '#db/queries/processors.ts';
import { definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { startHeld } from '#server/testing/hold.ts';
import { spawnProcessor } from '#server/testing/spawn-processor.ts';
import { startProduct } from '#server/testing/start-product.ts';
import { startHeartbeat } from './heartbeat.ts';
import { housekeep } from './housekeep.ts';

const SOON = { timeout: 20_000, interval: 20 };

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
    await vi.waitFor(async () => expect(await rows()).toHaveLength(1), SOON);
    const [first] = await rows();
    expect(first).toMatchObject({ pid: process.pid, version: expect.stringMatching(/^\d/) });
    expect(first?.load.rss).toBeGreaterThan(10_000_000);
    expect(first?.load.pool.total).toBeGreaterThan(0);
    await vi.waitFor(async () => {
      const [later] = await rows();
      expect(later?.heartbeatAt.getTime()).toBeGreaterThan(first?.heartbeatAt.getTime() ?? 0);
      expect(later?.startedAt).toEqual(first?.startedAt);
    }, SOON);
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
    await vi.waitFor(async () => expect((await rows())[0]?.load.jobs).toEqual([jobId]), SOON);
    await held.release();
    await product.until(jobId, 'completed');
    await vi.waitFor(async () => expect((await rows())[0]?.load.jobs).toEqual([]), SOON);
    await stop();
  });

  it('tells of timers that came late', async (test) => {
    const { product, rows } = await prepare(test, false);
    const stop = startHeartbeat(product.engine, 300);
    await vi.waitFor(async () => expect(await rows()).toHaveLength(1), SOON);
    const until = performance.now() + 150;
    while (performance.now() < until);
    await vi.waitFor(async () => expect((await rows())[0]?.load.eventLoopLagMs).toBeGreaterThan(100), SOON);
    await stop();
  });

  it('comes back when the row was taken away, and says once that it cannot be written', async (test) => {
    const { product, pool, rows } = await prepare(test, false);
    const stop = startHeartbeat(product.engine, 20);
    await vi.waitFor(async () => expect(await rows()).toHaveLength(1), SOON);
    await pool.query('DELETE FROM processors');
    await vi.waitFor(async () => expect(await rows()).toHaveLength(1), SOON);
    await pool.query('ALTER TABLE processors RENAME TO elsewhere');
    await vi.waitFor(() => expect(product.log).toHaveLength(1), SOON);
    await wait(200);
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
    await vi.waitFor(async () => expect(await rows()).toHaveLength(1), SOON);
    await killed.end('SIGKILL');
    const stopped = spawnProcessor(product);
    test.onTestFinished(async () => void (await stopped.end('SIGKILL')));
    await vi.waitFor(async () => expect(await rows()).toHaveLength(2), SOON);
    expect(await stopped.end('SIGTERM')).toBe(0);
    expect(await rows()).toHaveLength(1);
  });
});
