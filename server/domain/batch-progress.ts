import type { ItemCounts } from './item-outcome.ts';
import { isFinal, type JobStatus } from './job-status.ts';
import { etaSeconds, percentOf } from './progress.ts';

/** Where a batch stands, in one word: the first of these that is true of any of its jobs, or of how they all ended. */
export const BATCH_STATUSES = [
  'awaiting_confirmation',
  'running',
  'paused',
  'queued',
  'scheduled',
  'completed',
  'completed_with_errors',
  'failed',
  'cancelled',
  'rolled_back',
] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

type JobProgress = ItemCounts & { status: JobStatus; processed: number; throughput: number };

const AT_WORK: readonly JobStatus[] = ['checking', 'running', 'finalizing', 'pausing', 'cancelling', 'rolling_back'];

/** In one word what a person needs to know first: whether they must decide, whether it works, waits, or how it ended. */
export function batchStatus(statuses: readonly JobStatus[]): BatchStatus {
  const any = (...wanted: JobStatus[]) => statuses.some((status) => wanted.includes(status));
  const all = (...wanted: JobStatus[]) => statuses.every((status) => wanted.includes(status));
  if (any('awaiting_confirmation')) return 'awaiting_confirmation';
  if (any(...AT_WORK)) return 'running';
  if (any('queued')) return 'queued';
  // What is blocked waits for what is paused, so that nothing moves before somebody resumes.
  if (any('paused')) return 'paused';
  if (any('blocked') && statuses.some(isFinal)) return 'queued';
  if (any('scheduled')) return 'scheduled';
  if (any('blocked')) return 'queued';
  if (all('completed')) return 'completed';
  if (all('rolled_back')) return 'rolled_back';
  if (all('cancelled', 'expired')) return 'cancelled';
  if (any('completed', 'completed_with_errors')) return 'completed_with_errors';
  return any('failed', 'rollback_failed') ? 'failed' : 'cancelled';
}

const COUNTS = [
  'total',
  'processed',
  'succeeded',
  'unchanged',
  'skipped',
  'failed',
  'cancelled',
  'rolledBack',
  'rollbackConflict',
  'throughput',
] as const;

/** All jobs of a batch added up; the time left is that of all items at the rate of all jobs at work. */
export function batchProgress(jobs: readonly JobProgress[]) {
  const sums = Object.fromEntries(COUNTS.map((name) => [name, jobs.reduce((sum, job) => sum + job[name], 0)]));
  const counts = sums as Record<(typeof COUNTS)[number], number>;
  const ended = jobs.filter(({ status }) => isFinal(status)).length;
  const working = counts.throughput > 0 && ended < jobs.length;
  return {
    ...counts,
    status: batchStatus(jobs.map(({ status }) => status)),
    jobs: { total: jobs.length, ended },
    percent: percentOf(counts.processed, counts.total),
    throughput: Math.round(counts.throughput * 10) / 10,
    etaSeconds: working ? etaSeconds(counts.total - counts.processed, counts.throughput) : null,
  };
}
