import { jobStates } from '#db/queries/job-states.ts';
import { readProgressRow } from '#db/queries/read-progress.ts';
import type { Services } from '#server/services.ts';
import type { FanOut } from './fan-out.ts';
import { type LiveServer, watchedJobs } from './live-server.ts';

/** Tells watchers what a lost NOTIFY did not: compares every watched, unfinished job with its row. The truth is the row. */
export async function sweep({ pool }: Pick<Services, 'pool'>, io: LiveServer, fanOut: FanOut): Promise<void> {
  const watched = watchedJobs(io);
  fanOut.forgetAllBut(watched);
  const open = watched.filter((jobId) => !fanOut.isOver(jobId));
  if (open.length === 0) return;
  for (const state of await jobStates(pool, open)) {
    if (fanOut.hasSaid(state.id, state)) continue;
    const owned = await readProgressRow(pool, state.id);
    if (owned) fanOut.deliver({ ...owned, changed: true });
  }
}
