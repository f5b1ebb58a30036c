import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';

/** How many items an error file of this job holds: those that failed, or will when the plan is carried out. */
export function errorItems(job: Pick<Job, 'operation' | 'status' | 'failed' | 'plan' | 'options'>): number {
  if (job.operation !== 'import') return 0;
  if (isFinal(job.status)) return job.failed;
  if (job.status !== 'awaiting_confirmation') return 0;
  const { invalid = 0, conflict = 0 } = job.plan ?? {};
  return invalid + (job.options.conflict === 'fail' ? conflict : 0);
}
