import type { Fault } from '#server/chaos/fault.ts';
import { openGround } from '#server/chaos/ground.ts';
import { openTcpProxy } from '#server/testing/tcp-proxy.ts';

const DELAYS_MS = [50, 200];
const ITEMS = 10_000;

/** F11: every answer of the database takes longer, which is no reason to take a job from whoever has it. */
export const slowDatabase: Fault = {
  name: 'a database that answers 50 and 200 ms later',
  share: 0.1,
  async run(order) {
    await using stack = new AsyncDisposableStack();
    const ground = await openGround(stack, order, 'chaos_f11');
    const items = Math.round(ITEMS * Math.min(1, order.scale));
    for (const delayMs of DELAYS_MS) {
      const proxy = await openTcpProxy(ground.config.databaseUrl, { delayMs });
      stack.defer(proxy.close);
      const slow = [1, 2, 3].map(() => ground.processor({ url: proxy.url }));
      await ground.startImport(items, { chunkSize: 'auto', parallelism: 4 });
      await ground.untilEnded();
      await Promise.all(slow.map((one) => one.stop()));
    }
    const { rows } = await ground.services.pool.query<{ lost: number; attempts: number }>(
      'SELECT sum(takeovers)::int AS lost, max(attempt) AS attempts FROM jobs',
    );
    const { lost = 0, attempts = 0 } = rows[0] ?? {};
    return await ground.conclude(`${items} items at +50 ms, and again at +200 ms`, [
      {
        what: 'no job is taken from a living processor',
        seen: `${lost} taken, ${attempts} claims at most`,
        holds: lost === 0 && attempts === 1,
      },
    ]);
  },
};
