'use client';

import { Check, Pause, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import type { Job } from '#contract/jobs.ts';
import { type PhaseStep, phaseSteps } from './phase-steps.ts';

const LINES: Record<PhaseStep['state'], string> = {
  done: 'bg-success-fill',
  current: 'bg-line-strong',
  paused: 'bg-line-strong',
  todo: 'bg-line',
  failed: 'bg-line',
};

/** The phases of a job on one line. On a narrow screen only the present one is named; the others keep their names for a reader. */
export function PhaseStepper({ job }: { job: Pick<Job, 'phases' | 'phase' | 'status'> }) {
  const t = useTranslations('batches.steps');
  const steps = phaseSteps(job.phases, job.phase, job.status);
  return (
    <ol aria-label={t('label')} className="flex">
      {steps.map((step, index) => (
        <li
          key={step.phase}
          {...(step.state === 'current' ? { 'aria-current': 'step' as const } : {})}
          className="flex min-w-0 flex-1 flex-col items-center gap-1"
        >
          <span aria-hidden className="flex w-full items-center">
            <Line shown={index > 0} state={steps[index - 1]?.state ?? 'todo'} />
            <Mark state={step.state} />
            <Line shown={index < steps.length - 1} state={step.state} />
          </span>
          <StepName step={step} note={step.state === 'current' ? noteOf(job.status) : null} />
        </li>
      ))}
    </ol>
  );
}

/** What more there is to say of the present step. */
function noteOf(status: Job['status']): 'waitsForYou' | 'rollingBack' | null {
  if (status === 'awaiting_confirmation') return 'waitsForYou';
  return status === 'rolling_back' ? 'rollingBack' : null;
}

function StepName({ step, note }: { step: PhaseStep; note: ReturnType<typeof noteOf> }) {
  const t = useTranslations('batches.steps');
  const phase = useTranslations('statuses.phase');
  const present = step.state !== 'done' && step.state !== 'todo';
  return (
    <span
      className={cx(
        'px-0.5 text-center text-xs',
        present ? 'font-semibold text-ink max-sm:whitespace-nowrap' : 'text-ink-muted max-sm:sr-only',
      )}
    >
      {phase(step.phase)}
      {note ? <span className="block font-normal text-warning-ink">{t(note)}</span> : null}
      <span className="sr-only">: {t(step.state)}</span>
    </span>
  );
}

function Line({ shown, state }: { shown: boolean; state: PhaseStep['state'] }) {
  return <span className={cx('h-0.5 grow', shown ? LINES[state] : 'bg-transparent')} />;
}

const MARKS: Record<PhaseStep['state'], string> = {
  done: 'border-success-fill bg-success text-success-ink',
  current: 'border-accent bg-accent text-accent-ink',
  paused: 'border-warning-fill bg-warning text-warning-ink',
  todo: 'border-line-strong bg-surface',
  failed: 'border-danger-fill bg-danger text-danger-ink',
};

function Mark({ state }: { state: PhaseStep['state'] }) {
  return (
    <span className={cx('flex size-5 shrink-0 items-center justify-center rounded-full border-2', MARKS[state])}>
      {state === 'done' ? <Check size={12} strokeWidth={3} /> : null}
      {state === 'failed' ? <X size={12} strokeWidth={3} /> : null}
      {state === 'paused' ? <Pause size={12} strokeWidth={3} /> : null}
      {state === 'current' ? <span className="size-1.5 rounded-full bg-accent-ink" /> : null}
    </span>
  );
}
