import { setTimeout as wait } from 'node:timers/promises';
import type { Ground } from '#server/chaos/ground.ts';
import { openWatchers } from '#server/chaos/watchers.ts';
import { openWeb } from '#server/chaos/web.ts';
import { percentile } from './statistics.ts';

const CLIENTS = 200;
const ITEMS = 10_000;

/** How old progress is when a client hears it, in milliseconds: from the commit it tells of, by the clock of this machine. */
export type Watching = { clients: number; events: number; p50Ms: number; p95Ms: number; maxMs: number };

/** Two hundred clients watch one import from its start to its end. */
export async function measureWatching(ground: Ground, signal: AbortSignal): Promise<Watching> {
  const web = await openWeb(ground);
  await web.start();
  const { actor, cookie } = await web.signIn();
  const { jobId } = await ground.startImport(ITEMS, { chunkSize: 20 }, actor);
  const watchers = openWatchers(CLIENTS, { url: web.url, cookie, jobId, committedSeq: () => 0 });
  try {
    while (watchers.snapshotMs.length < CLIENTS) await wait(20, undefined, { signal });
    // What came while clients were still arriving is not what is asked.
    watchers.ages.length = 0;
    await ground.untilEnded();
    const { ages } = watchers;
    const [p50Ms, p95Ms] = [percentile(ages, 50), percentile(ages, 95)];
    return { clients: CLIENTS, events: ages.length, p50Ms, p95Ms, maxMs: Math.max(...ages) };
  } finally {
    watchers.close();
  }
}
