import { isFinal, type JobStatus } from '#domain/job-status.ts';
import type { Phase } from '#domain/progress.ts';

export type PhaseStep = { phase: Phase; state: 'done' | 'current' | 'paused' | 'todo' | 'failed' };

const SUCCESSES: readonly JobStatus[] = ['completed', 'completed_with_errors'];
const NOT_BEGUN: readonly JobStatus[] = ['scheduled', 'blocked'];
const STANDING_STILL: readonly JobStatus[] = ['pausing', 'paused'];

/** The phases of a job with where it is; a job that did not succeed shows the phase it ended in as failed. */
export function phaseSteps(phases: readonly Phase[], phase: Phase, status: JobStatus): PhaseStep[] {
  const at = phases.indexOf(phase);
  return phases.map((one, index) => {
    if (SUCCESSES.includes(status)) return { phase: one, state: 'done' };
    // The file of a job that waits is there already; everything else is still to come.
    if (NOT_BEGUN.includes(status)) return { phase: one, state: one === 'uploading' ? 'done' : 'todo' };
    if (index < at) return { phase: one, state: 'done' };
    if (index > at) return { phase: one, state: 'todo' };
    if (STANDING_STILL.includes(status)) return { phase: one, state: 'paused' };
    return { phase: one, state: isFinal(status) ? 'failed' : 'current' };
  });
}
