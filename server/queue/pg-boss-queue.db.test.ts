import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { openTcpProxy } from '#server/testing/tcp-proxy.ts';
import { openQueue } from './pg-boss-queue.ts';

it('a queue that is asked to stop does not take the job again that it gives back', async ({ onTestFinished }) => {
  const database = await testDatabase();
  const proxy = await openTcpProxy(database.url);
  const queue = await openQueue(proxy.url, { worker: true });
  onTestFinished(async () => {
    await proxy.close();
    await database.close();
  });
  const fences: string[] = [];
  const taken = Promise.withResolvers<void>();
  const stopping = Promise.withResolvers<void>();
  await queue.work(2, async ({ fence }) => {
    fences.push(fence);
    taken.resolve();
    await stopping.promise;
    throw new Error('Given back.');
  });
  const jobId = randomUUID();
  await queue.enqueue(database.pool, jobId, 0);
  await taken.promise;
  // The first thing that is ended is the connection that listens, which now takes as long as we like.
  proxy.silenceListeners();
  const stopped = queue.stop();
  stopping.resolve();
  const stateOf = `SELECT state FROM pgboss.job WHERE data ->> 'jobId' = $1`;
  await expect.poll(() => database.pool.query(stateOf, [jobId])).toMatchObject({ rows: [{ state: 'retry' }] });
  proxy.resume();
  await stopped;
  expect(fences).toHaveLength(1);
});
