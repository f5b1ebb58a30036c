import { setTimeout as wait } from 'node:timers/promises';
import type { Ground } from '#server/chaos/ground.ts';
import type { Started } from '#server/chaos/processors.ts';
import { median } from './statistics.ts';

const KILLS = 7;
/** Slow enough to outlive all of them. */
const ITEMS = 10_000;
const OPTIONS = { chunkSize: 20, itemsPerSecond: 60 } as const;
/** Kills fall anywhere between two heartbeats. */
const SPREAD_MS = 2_500;
const READY_AFTER_MS = 5_000;
const LOOK_EVERY_MS = 20;

/** From the kill of the processor that has a job to the next chunk that another commits, in milliseconds. */
export type Recovery = { kills: number; medianMs: number; worstMs: number };

/** One processor has the job, a second has nothing to do; the first is killed, and a new one takes the place of the second. */
export async function measureRecovery(ground: Ground, signal: AbortSignal): Promise<Recovery> {
  const { jobId } = await ground.startImport(ITEMS, OPTIONS);
  let owner = ground.running[0] as Started;
  const times: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const spare = ground.processor();
    await untilMore(ground, jobId, await done(ground, jobId), signal);
    await wait(READY_AFTER_MS + Math.random() * SPREAD_MS, undefined, { signal });
    await owner.kill();
    const killedAt = performance.now();
    await untilMore(ground, jobId, await done(ground, jobId), signal);
    times.push(performance.now() - killedAt);
    owner = spare;
  }
  return { kills: KILLS, medianMs: median(times), worstMs: Math.max(...times) };
}

async function done({ services }: Ground, jobId: string): Promise<number> {
  const { rows } = await services.pool.query<{ done: number }>('SELECT succeeded AS done FROM jobs WHERE id = $1', [
    jobId,
  ]);
  return rows[0]?.done ?? 0;
}

async function untilMore(ground: Ground, jobId: string, before: number, signal: AbortSignal): Promise<void> {
  while ((await done(ground, jobId)) <= before) await wait(LOOK_EVERY_MS, undefined, { signal });
}
