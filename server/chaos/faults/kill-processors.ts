import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '#server/chaos/fault.ts';
import { openGround } from '#server/chaos/ground.ts';
import { keepAtWork } from '#server/chaos/keep-at-work.ts';

const PROCESSORS = 3;
/** Between two kills, in milliseconds: this much and up to twice as much again. */
const LEAST_BETWEEN_MS = 2_500;
const SPREAD_MS = 5_000;

/** F1: a random one of three processors is killed, again and again, and started again. */
export const killProcessors: Fault = {
  name: 'SIGKILL of a random processor every 2.5 to 7.5 s',
  share: 0.2,
  async run(order) {
    await using stack = new AsyncDisposableStack();
    const ground = await openGround(stack, order, 'chaos_f1');
    const processors = Array.from({ length: PROCESSORS }, () => ground.processor());
    const work = await keepAtWork(ground, order);
    let kills = 0;
    while (!work.enough()) {
      await wait(LEAST_BETWEEN_MS + order.random.below(SPREAD_MS), undefined, { signal: order.signal });
      const unlucky = order.random.below(PROCESSORS);
      await processors[unlucky]?.kill();
      processors[unlucky] = ground.processor();
      kills++;
    }
    await work.finish();
    return await ground.conclude(`${kills} kills`);
  },
};
