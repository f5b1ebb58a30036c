import type { Step } from '#components/ui/stepper.tsx';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import type { ImportFlow } from './import-flow.ts';

export const IMPORT_STEPS = ['file', 'check', 'preview', 'processing'] as const;
export type ImportStep = { id: (typeof IMPORT_STEPS)[number]; state: Step['state'] };

/** How far a job is, as the steps need it. `plan`: null until the check is done. */
export type JobStand = Pick<Job, 'status' | 'phase' | 'plan'> & { startedWriting: boolean };

/** Where an import is: before it is started by its own step, after that by the job. `waiting`: the job is not known yet. */
export function importSteps(at: ImportFlow['step'] | 'waiting' | JobStand): ImportStep[] {
  if (typeof at === 'string') return upTo(at === 'waiting' ? 1 : 0, 'current');
  if (at.status === 'completed' || at.status === 'completed_with_errors') return upTo(IMPORT_STEPS.length, 'done');
  if (isFinal(at.status)) return upTo(at.plan === null ? 1 : at.startedWriting ? 3 : 2, 'failed');
  if (at.status === 'awaiting_confirmation') return upTo(2, 'current');
  return upTo(at.phase === 'applying' || at.phase === 'finalizing' ? 3 : 1, 'current');
}

function upTo(index: number, state: Step['state']): ImportStep[] {
  return IMPORT_STEPS.map((id, at) => ({ id, state: at < index ? 'done' : at === index ? state : 'todo' }));
}
