import type { Job } from '#contract/jobs.ts';
import type { DependencyPolicy } from '#domain/job-dependencies.ts';
import { isFinal, type JobStatus, WORKING_STATUSES } from '#domain/job-status.ts';

/** What a job that does not move waits for. `moment`: its time; `turn`: a free place; `processor`: whoever takes it next. */
export type WaitReason =
  | { kind: 'moment' }
  | { kind: 'others'; ids: readonly string[]; policy: DependencyPolicy }
  | { kind: 'turn' }
  | { kind: 'processor' }
  | { kind: 'resumption' }
  | { kind: 'probe'; at: string };

type Waiting = Pick<Job, 'status' | 'admitted' | 'onDependencyFailure' | 'probeAt'> & { dependsOn: readonly string[] };

/** Why a job waits, or null when it works, has ended or waits for a decision. `statusOf`: where the jobs are that go first, as far as known. */
export function waitReason(job: Waiting, statusOf: (id: string) => JobStatus | undefined): WaitReason | null {
  if (job.status === 'scheduled') return { kind: 'moment' };
  if (job.status === 'blocked') {
    const open = job.dependsOn.filter((id) => !isFinal(statusOf(id) ?? 'queued'));
    // Those that ended in the meantime are named until the job itself has moved on.
    return { kind: 'others', ids: open.length > 0 ? open : job.dependsOn, policy: job.onDependencyFailure };
  }
  if (job.status === 'paused') return job.probeAt ? { kind: 'probe', at: job.probeAt } : { kind: 'resumption' };
  if (!job.admitted && WORKING_STATUSES.includes(job.status)) return { kind: 'turn' };
  return job.status === 'queued' ? { kind: 'processor' } : null;
}

/** Whether a job has not begun, and stands still by right. */
export function hasNotBegun(job: Pick<Job, 'status' | 'admitted'>): boolean {
  return job.status === 'scheduled' || job.status === 'blocked' || (job.status === 'queued' && !job.admitted);
}

/** Whether something of this job can still be moved forward or back in the line. */
export function isInLine(job: Pick<Job, 'status' | 'admitted'>): boolean {
  return hasNotBegun(job) || job.status === 'paused' || (!job.admitted && WORKING_STATUSES.includes(job.status));
}
