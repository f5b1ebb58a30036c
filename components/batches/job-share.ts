import type { Job } from '#contract/jobs.ts';
import { doneInPhase, percentOf } from '#domain/progress.ts';

type Counted = Pick<
  Job,
  | 'status'
  | 'phase'
  | 'total'
  | 'checked'
  | 'succeeded'
  | 'unchanged'
  | 'skipped'
  | 'failed'
  | 'cancelled'
  | 'rolledBack'
  | 'rollbackConflict'
>;

/** How far a job is in what it does now: looking, working, or taking back what it had done. `percent` is whole. */
export function jobShare(job: Counted): { done: number; total: number; percent: number } {
  const { succeeded, rolledBack, rollbackConflict } = job;
  const goesBack = job.status === 'rolling_back';
  const done = goesBack ? rolledBack + rollbackConflict : doneInPhase(job, job.phase);
  const total = goesBack ? succeeded + rolledBack + rollbackConflict : job.total;
  return { done, total, percent: percentOf(done, total) };
}
