import { setTimeout as wait } from 'node:timers/promises';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import type { Order } from './fault.ts';
import type { Ground } from './ground.ts';

/** Three large jobs that are planned in peace and written under fire, and small ones whose whole life is under fire. */
const LARGE_JOBS = 3;
const LARGE_ITEMS = 24_000;
const SMALL_ITEMS = 400;
const SMALL_AT_ONCE = 2;
const LARGE = { chunkSize: 20, parallelism: 2, confirm: true } as const;

export type AtWork = {
  /** Whether it has lasted long enough. */
  enough(): boolean;
  /** Starts nothing more and waits for the end of everything. */
  finish(): Promise<void>;
};

/** Has processors work on a ground for as long as a fault lasts; begins with everything planned and confirmed. */
export async function keepAtWork(ground: Ground, { seconds, scale, signal, say }: Order): Promise<AtWork> {
  const items = Math.round(LARGE_ITEMS * Math.min(1, scale));
  const large = await Promise.all(Array.from({ length: LARGE_JOBS }, () => ground.startImport(items, LARGE)));
  await ground.untilPlanned();
  for (const { jobId, actor } of large) await confirmPlan(ground.services, actor, jobId, { decision: 'apply' });
  say(`  ${LARGE_JOBS} jobs of ${items} items are planned; now it begins`);
  const until = performance.now() + 1000 * seconds;
  const enough = () => performance.now() > until || signal.aborted;
  const feeding = feed(ground, enough);
  return {
    enough,
    async finish() {
      await feeding;
      await ground.untilEnded();
    },
  };
}

/** Starts another small job whenever fewer than two of them are left beside the large ones. */
async function feed(ground: Ground, enough: () => boolean): Promise<void> {
  while (!enough()) {
    if ((await ground.unended()) < LARGE_JOBS + SMALL_AT_ONCE) await ground.startImport(SMALL_ITEMS).catch(() => {});
    await wait(250);
  }
}
