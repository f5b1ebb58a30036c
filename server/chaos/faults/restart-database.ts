import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '#server/chaos/fault.ts';
import { openGround } from '#server/chaos/ground.ts';
import { keepAtWork } from '#server/chaos/keep-at-work.ts';

const PROCESSORS = 3;
const EVERY_MS = 20_000;

/** F3: the database is ended as a power cut would end it, and comes back from its log. */
export const restartDatabase: Fault = {
  name: 'immediate restart of Postgres every 20 s',
  share: 0.25,
  async run(order) {
    await using stack = new AsyncDisposableStack();
    const ground = await openGround(stack, order, 'chaos_f3');
    for (let one = 0; one < PROCESSORS; one++) ground.processor();
    const work = await keepAtWork(ground, order);
    const away: number[] = [];
    while (!work.enough()) {
      await wait(EVERY_MS, undefined, { signal: order.signal });
      away.push(await order.server.restart());
    }
    await work.finish();
    return await ground.conclude(`${away.length} restarts, away for ${Math.round(Math.max(...away))} ms at most`);
  },
};
