import { type JobStatus, nextStatus } from '#domain/job-status.ts';

/** What a person can do now about the pause of a job; `pausing`: asked for, and on its way; null: nothing. */
export type PauseChoice = 'pause' | 'pausing' | 'resume' | null;

export function pauseChoice(status: JobStatus): PauseChoice {
  if (status === 'pausing') return 'pausing';
  if (nextStatus(status, 'resume') !== null) return 'resume';
  return nextStatus(status, 'pause') !== null || nextStatus(status, 'pause_waiting') !== null ? 'pause' : null;
}
