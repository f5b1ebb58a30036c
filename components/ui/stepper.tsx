import { Check, X } from 'lucide-react';
import { cx } from './cx.ts';

export type Step = { id: string; label: string; state: 'done' | 'current' | 'todo' | 'failed'; note?: string };

export type StepperProps = {
  label: string;
  steps: readonly Step[];
  /** Words for the states, read to those who cannot see them. */
  stateWords: Record<Step['state'], string>;
};

/** Phases in a row, the current one marked with aria-current; stacks on a narrow screen. */
export function Stepper({ label, steps, stateWords }: StepperProps) {
  return (
    <ol aria-label={label} className="flex flex-col gap-x-1 gap-y-1.5 sm:flex-row sm:flex-wrap">
      {steps.map((step, index) => (
        <li
          key={step.id}
          {...(step.state === 'current' ? { 'aria-current': 'step' as const } : {})}
          className={cx(
            'flex items-center gap-2 text-sm',
            step.state === 'current' ? 'font-medium text-ink' : 'text-ink-muted',
          )}
        >
          <StepMark state={step.state} number={index + 1} />
          <span>
            {step.label}
            {step.note ? <span className="font-normal text-ink-muted"> ({step.note})</span> : null}
            <span className="sr-only">: {stateWords[step.state]}</span>
          </span>
          {index < steps.length - 1 ? (
            <span aria-hidden className="mx-1 hidden h-px w-5 bg-line-strong sm:block" />
          ) : null}
        </li>
      ))}
    </ol>
  );
}

const MARKS: Record<Step['state'], string> = {
  done: 'border-success-fill bg-success text-success-ink',
  current: 'border-accent bg-accent text-accent-ink',
  todo: 'border-line-strong bg-surface text-ink-muted',
  failed: 'border-danger-fill bg-danger text-danger-ink',
};

function StepMark({ state, number }: { state: Step['state']; number: number }) {
  return (
    <span
      aria-hidden
      className={cx(
        'flex size-6 shrink-0 items-center justify-center rounded-full border text-xs font-medium',
        MARKS[state],
      )}
    >
      {state === 'done' ? <Check size={14} /> : state === 'failed' ? <X size={14} /> : number}
    </span>
  );
}
