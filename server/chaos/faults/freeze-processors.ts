import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '#server/chaos/fault.ts';
import { openGround } from '#server/chaos/ground.ts';
import { keepAtWork } from '#server/chaos/keep-at-work.ts';

const PROCESSORS = 3;
const FROZEN_MS = 16_000;
/** At most two of three are frozen at once. */
const EVERY_MS = 12_000;

/** F2: a processor stands still for longer than its heartbeat may be missing, and then goes on as if nothing had happened. */
export const freezeProcessors: Fault = {
  name: 'SIGSTOP of a processor for 16 s, then SIGCONT',
  share: 0.2,
  async run(order) {
    await using stack = new AsyncDisposableStack();
    const ground = await openGround(stack, order, 'chaos_f2');
    const processors = Array.from({ length: PROCESSORS }, () => ground.processor());
    const work = await keepAtWork(ground, order);
    const thawing: Promise<void>[] = [];
    while (!work.enough()) {
      const next = order.random.pick(processors.filter(({ frozen }) => !frozen));
      next.freeze();
      thawing.push(wait(FROZEN_MS).then(() => next.thaw()));
      await wait(EVERY_MS, undefined, { signal: order.signal });
    }
    await Promise.all(thawing);
    await work.finish();
    return await ground.conclude(`${thawing.length} freezes`);
  },
};
