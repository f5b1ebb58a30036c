'use client';

import { type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { StartMoment } from '#components/planning/start-moment.tsx';
import { useStartMoment } from '#components/planning/use-start-moment.ts';
import { Button, type ButtonVariant } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import type { Selection } from '#contract/definitions.ts';
import type { ErrorMode } from '#domain/error-modes.ts';
import { AdvancedOptions } from './advanced-options.tsx';
import { BatchName, BatchPriority, PLAIN_BATCH, toBatch } from './batch-fields.tsx';
import { type EngineOptions, engineProblems, SAFE_ENGINE, toEngineOptions } from './engine-choices.ts';
import { SelectionSummary } from './selection-summary.tsx';
import type { FrozenSelection } from './use-frozen-selection.ts';
import { type NewJobInput, useStartJob } from './use-start-job.ts';

export type BulkDialogProps<Mode extends ErrorMode> = {
  title: string;
  frozen: FrozenSelection;
  onClose: () => void;
  /** The job was accepted; the dialog closes by itself. */
  onStarted?: (() => void) | undefined;
  /** What will happen, in one sentence. */
  what: ReactNode;
  startLabel: string;
  startIcon: ReactNode;
  startVariant?: ButtonVariant;
  errorModes: readonly Mode[];
  /** What a batch is called that nobody gives a name; absent: after its first job. */
  batchName?: string | undefined;
  /** The job to start, or several in one batch; null when the form around it is not complete, which then says so itself. */
  jobOf: (selection: Selection, engine: EngineOptions<Mode>) => NewJobInput | NewJobInput[] | null;
  children?: ReactNode;
};

/** What every operation on a selection asks in the same way: how many, which, what will happen, and how to work on it. */
export function BulkDialog<Mode extends ErrorMode>(props: BulkDialogProps<Mode>) {
  const { title, frozen, onClose, onStarted, what, startLabel, startIcon, startVariant = 'primary' } = props;
  const { errorModes, jobOf, batchName, children } = props;
  const t = useTranslations();
  const problemText = useProblemText();
  const form = useRef<HTMLDivElement>(null);
  const [engine, setEngine] = useState(SAFE_ENGINE);
  const [batch, setBatch] = useState(PLAIN_BATCH);
  const moment = useStartMoment();
  const { start, isPending, error } = useStartJob(() => {
    onClose();
    onStarted?.();
  });
  const problem = frozen.error ?? error;
  const withFailures = errorModes.length > 0;

  const press = () => {
    if (!frozen.selection) return;
    const isWrong = engineProblems(engine, withFailures).length > 0;
    const options = isWrong ? {} : toEngineOptions(engine, withFailures);
    const job = jobOf(frozen.selection, options as EngineOptions<Mode>);
    const when = moment.read();
    if (job && when && !isWrong)
      start([job].flat(), { ...(batchName ? { name: batchName } : {}), ...toBatch(batch), ...when });
    // After the errors are drawn: to the first field that is wrong.
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant={startVariant}
            icon={startIcon}
            isDisabled={!frozen.count}
            pending={isPending}
            onPress={press}
          >
            {startLabel}
          </Button>
        </>
      }
    >
      <div ref={form} className="flex flex-col gap-5 text-sm">
        {problem ? <ErrorState title={problemText(problem).title}>{problemText(problem).detail}</ErrorState> : null}
        <SelectionSummary frozen={frozen} />
        <p>{what}</p>
        {children}
        <BatchName choices={batch} onChange={setBatch} />
        <StartMoment moment={moment} />
        <AdvancedOptions choices={engine} onChange={setEngine} errorModes={errorModes}>
          <BatchPriority choices={batch} onChange={setBatch} />
        </AdvancedOptions>
      </div>
    </Dialog>
  );
}
