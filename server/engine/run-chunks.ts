import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { countOpenChunks } from '#db/queries/chunks.ts';
import { Released, Superseded } from './interruptions.ts';
import { type JobAtWork, lookUp } from './job-at-work.ts';
import { runChunk } from './run-chunk.ts';

/** How long a lane waits for a chunk that depends on another lane's. */
const LANE_WAIT_MS = 20;

/**
 * Works through the open chunks of a job, `parallelism` at a time. Answers whether the limit of failures was reached; throws
 * Superseded when somebody stopped the job, after the chunks in flight.
 */
export async function runChunks(at: JobAtWork): Promise<{ limitReached: boolean }> {
  const asked = (at.work.job.options.parallelism as number | undefined) ?? 1;
  const lanes = Math.min(asked, 2 * availableParallelism());
  const state = { limitReached: false, stopped: false };

  const lane = async () => {
    while (!state.stopped) {
      if (at.work.signal.aborted) throw new Released();
      const outcome = await runChunk(at);
      if (outcome === 'none') {
        if ((await countOpenChunks(at.engine.pool, at.work.job.id)) === 0) return;
        await lookUp(at);
        await wait(LANE_WAIT_MS);
        continue;
      }
      at.ticker.tick();
      if (outcome === 'stopped') throw new Superseded();
      if (outcome === 'limit') {
        state.limitReached = true;
        state.stopped = true;
      }
    }
  };
  const guarded = () =>
    lane().catch((error) => {
      state.stopped = true;
      throw error;
    });
  const ended = await Promise.allSettled(Array.from({ length: lanes }, guarded));
  const failed = ended.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return { limitReached: state.limitReached };
}
