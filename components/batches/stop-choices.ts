import type { Job } from '#contract/jobs.ts';
import { nextStatus } from '#domain/job-status.ts';

/**
 * What a person who wants to stop this job can choose. `nothing_done`: nothing was written, so there is only stopping;
 * `keep_or_undo`: items were written, or are ready for the file of an export; `null`: it cannot be stopped any more.
 */
export type StopChoices = 'nothing_done' | 'keep_or_undo' | null;

type Stoppable = Pick<Job, 'status' | 'operation' | 'options' | 'succeeded'>;

/** An all-or-nothing job writes nothing before its very end; what an export has done so far can become its file. */
export function stopChoices(job: Stoppable): StopChoices {
  if (nextStatus(job.status, 'cancel') === null) return null;
  if (job.options.onError === 'all_or_nothing') return 'nothing_done';
  if (job.status === 'running' || job.status === 'finalizing') return 'keep_or_undo';
  // Paused half-way, or resumed and in line again: what was written before is there.
  return job.succeeded > 0 ? 'keep_or_undo' : 'nothing_done';
}
