'use client';

import { useMayDo } from '#components/api/use-me.ts';
import { usePauseJob } from '#components/api/use-pause-job.ts';
import { useResumeJob } from '#components/api/use-resume-job.ts';
import type { Job } from '#contract/jobs.ts';
import { type PauseChoice, pauseChoice } from './pause-choice.ts';

export type Pause = {
  /** Null also for who may not steer jobs. */
  choice: PauseChoice;
  press: () => void;
  /** The server was told and has not answered. */
  pending: boolean;
  error: unknown;
};

/** The one button that pauses a job and has it go on. */
export function usePause(job: Pick<Job, 'id' | 'status'>): Pause {
  const mayControl = useMayDo('batch:control');
  const pause = usePauseJob(job.id);
  const resume = useResumeJob(job.id);
  const choice = mayControl ? pauseChoice(job.status) : null;
  const press = () => {
    pause.reset();
    resume.reset();
    if (choice === 'pause') pause.mutate();
    if (choice === 'resume') resume.mutate();
  };
  return { choice, press, pending: pause.isPending || resume.isPending, error: pause.error ?? resume.error };
}
