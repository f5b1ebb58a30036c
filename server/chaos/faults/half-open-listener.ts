import { setTimeout as wait } from 'node:timers/promises';
import { median } from '#server/bench/statistics.ts';
import type { Fault, Order } from '#server/chaos/fault.ts';
import { type Ground, openGround } from '#server/chaos/ground.ts';
import { openTcpProxy } from '#server/testing/tcp-proxy.ts';

const PROCESSORS = 3;
const ITEMS = 20;
const EVERY_MS = 2_000;
/** The poll finds a job after a second; the rest is a busy machine. */
const POLLED_WITHIN_MS = 5_000;
/** A connection that died without a word is noticed after 15 s, and made anew after another. */
const NOTICED_AFTER_MS = 20_000;

/** F6: the connections on which processors hear of new jobs are dead, and nobody has told them. */
export const halfOpenListener: Fault = {
  name: 'connections that LISTEN are half open',
  share: 0.15,
  async run(order) {
    await using stack = new AsyncDisposableStack();
    const ground = await openGround(stack, order, 'chaos_f6');
    const proxy = await openTcpProxy(ground.config.databaseUrl);
    stack.defer(proxy.close);
    for (let one = 0; one < PROCESSORS; one++) ground.processor({ url: proxy.url });
    await ground.startImport(ITEMS);
    await ground.untilEnded();
    const part = (order.seconds * 1000) / 3;
    const sound = await startLatencies(ground, order, Math.min(part, 20_000));
    proxy.silenceListeners();
    const silenced = proxy.silenced();
    const dead = await startLatencies(ground, order, Math.min(2 * part, 60_000));
    proxy.resume();
    await wait(NOTICED_AFTER_MS, undefined, { signal: order.signal });
    const again = await startLatencies(ground, order, Math.min(part, 20_000));
    const longest = Math.max(...dead);
    return await ground.conclude(`${silenced} listening connections dead, ${dead.length} jobs started meanwhile`, [
      { what: 'there was something to break', seen: `${silenced} connections`, holds: silenced >= PROCESSORS },
      {
        what: 'a job starts by the poll',
        seen: `after ${Math.round(longest)} ms at most`,
        holds: longest <= POLLED_WITHIN_MS,
      },
      {
        what: 'then jobs start fast again',
        seen: `median ${Math.round(median(sound))} ms before, ${Math.round(median(dead))} ms meanwhile, ${Math.round(median(again))} ms after`,
        holds: median(again) <= Math.max(2 * median(sound), 250),
      },
    ]);
  },
};

/** Starts a small job every two seconds; answers how long each waited for a processor, in milliseconds. */
async function startLatencies(ground: Ground, { signal }: Order, forMs: number): Promise<number[]> {
  const latencies: number[] = [];
  for (const until = performance.now() + forMs; performance.now() < until; ) {
    const { jobId } = await ground.startImport(ITEMS);
    await ground.untilEnded();
    const { rows } = await ground.services.pool.query<{ ms: number }>(
      'SELECT (1000 * extract(epoch FROM started_at - created_at))::float8 AS ms FROM jobs WHERE id = $1',
      [jobId],
    );
    latencies.push(rows[0]?.ms ?? Number.POSITIVE_INFINITY);
    await wait(EVERY_MS, undefined, { signal });
  }
  return latencies;
}
