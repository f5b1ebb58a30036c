import { setTimeout as wait } from 'node:timers/promises';
import type { JobRow } from '#db/queries/job-row.ts';
import { readAllowanceWait, spend } from '#db/queries/rate-limits.ts';
import { Released } from './interruptions.ts';
import { type JobAtWork, lookUp } from './job-at-work.ts';

/** A wait is cut into pieces of at most this long, in milliseconds, so that a stop is noticed. */
const LOOK_EVERY_MS = 500;

/** How many items a second a job may do; null: as many as it can. */
export function itemsPerSecondOf(job: JobRow): number | null {
  return (job.options.itemsPerSecond as number | undefined) ?? null;
}

/** The limits a job is under: its own, and its organisation's. Kept in the database, so every processor obeys the same ones. */
function limitsOf({ work: { job, limits } }: JobAtWork): { key: string; perSecond: number }[] {
  const own = itemsPerSecondOf(job);
  const shared = limits.organisationItemsPerSecond;
  return [
    ...(own === null ? [] : [{ key: `job:${job.id}`, perSecond: own }]),
    ...(shared === 0 ? [] : [{ key: `organisation:${job.organisationId}`, perSecond: shared }]),
  ];
}

/** Waits until the work done so far is within what the job and its organisation may do. */
export async function awaitAllowance(at: JobAtWork): Promise<void> {
  const keys = limitsOf(at).map(({ key }) => key);
  if (keys.length === 0) return;
  for (;;) {
    const ms = await readAllowanceWait(at.engine.pool, keys);
    if (ms <= 0) return;
    await wait(Math.min(ms, LOOK_EVERY_MS), undefined, { signal: at.work.signal }).catch(() => {
      throw new Released();
    });
    await lookUp(at);
  }
}

/** Counts work that was done against what the job and its organisation may do. */
export async function spendAllowance(at: JobAtWork, items: number): Promise<void> {
  for (const { key, perSecond } of limitsOf(at)) await spend(at.engine.pool, key, items / perSecond);
}
