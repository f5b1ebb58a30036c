import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { countOpenChunks } from '#db/queries/chunks.ts';
import { setHintBitsOfWritten } from '#db/queries/set-hint-bits.ts';
import { backoffMs } from '#domain/backoff.ts';
import { adaptChunks } from './adapt-chunks.ts';
import { Late, Released, Superseded } from './interruptions.ts';
import { type JobAtWork, lookUp } from './job-at-work.ts';
import { mayUseLane } from './memory-budget.ts';
import { recordChunk, recordTrouble } from './pace.ts';
import { awaitAllowance, spendAllowance } from './rate-limit.ts';
import { type ChunkOutcome, runChunk } from './run-chunk.ts';
import { trip } from './trip.ts';

/** How long a lane waits for a chunk that depends on another lane's, or for memory. */
const LANE_WAIT_MS = 20;

/**
 * Works through the open chunks of a job, `parallelism` at a time. Answers whether the limit of failures was reached; throws
 * Superseded when somebody stopped or paused the job or it paused itself, after the chunks in flight.
 */
export async function runChunks(at: JobAtWork): Promise<{ limitReached: boolean }> {
  const asked = (at.work.job.options.parallelism as number | undefined) ?? 1;
  const lanes = Math.min(asked, 2 * availableParallelism());
  const state = { limitReached: false, stopped: false };

  const lane = async (number: number) => {
    while (!state.stopped) {
      if (at.work.signal.aborted) throw new Released();
      if (!mayUseLane(at, number)) {
        await waitForOthers(at);
        if ((await countOpenChunks(at.engine.pool, at.work.job.id)) === 0) return;
        continue;
      }
      await awaitAllowance(at);
      const outcome = await runChunk(at);
      if (outcome.kind === 'none') {
        if ((await countOpenChunks(at.engine.pool, at.work.job.id)) === 0) return;
        await waitForOthers(at);
      } else if (outcome.kind === 'congested') {
        await giveWay(at, outcome.code);
      } else {
        await committed(at, outcome);
        if (outcome.kind === 'limit') {
          state.limitReached = true;
          state.stopped = true;
        }
      }
    }
  };
  const guarded = (number: number) =>
    lane(number).catch((error) => {
      state.stopped = true;
      throw error;
    });
  const ended = await Promise.allSettled(Array.from({ length: lanes }, (_, number) => guarded(number)));
  const failed = ended.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return { limitReached: state.limitReached };
}

async function waitForOthers(at: JobAtWork): Promise<void> {
  await lookUp(at);
  await wait(LANE_WAIT_MS);
}

/** After a commit: tell it, learn from it, and do what it says. */
async function committed(at: JobAtWork, outcome: Extract<ChunkOutcome, { items: number }>): Promise<void> {
  at.ticker.tick();
  recordChunk(at.pace, outcome);
  if (at.operation.writesVersions && outcome.range)
    await setHintBitsOfWritten(at.engine.pool, at.work.job.id, outcome.range);
  await spendAllowance(at, outcome.items);
  if (outcome.kind === 'stopped') throw new Superseded();
  if (outcome.kind === 'late') throw new Late();
  if (outcome.kind === 'done') await adaptChunks(at);
}

/** Others stand in the way of a whole chunk: wait and try again, or, after chunk upon chunk, pause the job. */
async function giveWay(at: JobAtWork, code: string): Promise<void> {
  if (recordTrouble(at.pace, code)) {
    await trip(at, code);
    throw new Superseded();
  }
  await lookUp(at);
  await wait(backoffMs(at.pace.trouble?.chunks ?? 1, Math.random()));
}
