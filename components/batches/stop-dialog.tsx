'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCancelJob } from '#components/api/use-cancel-job.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Job } from '#contract/jobs.ts';
import { OutcomeLegend } from './outcome-legend.tsx';
import { type StopChoices, stopChoices } from './stop-choices.ts';
import { useSettled } from './use-settled.ts';

export type StopDialogProps = { job: Job; isOpen: boolean; onClose: () => void };

/** Asks how to stop, saying what is done so far. Esc and "Doorgaan" change nothing. */
export function StopDialog({ job: live, isOpen, onClose }: StopDialogProps) {
  const t = useTranslations('batches.stop');
  const format = useFormat();
  const problemText = useProblemText();
  const cancel = useCancelJob(live.id);
  const job = useSettled(live, live.status);
  const [asked, setAsked] = useState<StopChoices>(null);
  // Once asked, the state moves on before the answer is here; the question stays until then.
  const choices = cancel.isPending ? asked : stopChoices(job);
  const exports = job.operation === 'export';
  const stop = (keep: boolean) => {
    setAsked(choices);
    cancel.mutate({ keep }, { onSuccess: onClose });
  };
  const counts = { done: format.number(job.processed), total: format.number(job.total) };
  return (
    <AlertDialog
      isOpen={isOpen}
      onClose={onClose}
      title={choices === null ? t('tooLateTitle') : t('title')}
      actions={
        <>
          <Button key="go-on" autoFocus variant="primary" onPress={onClose}>
            {choices === null ? t('close') : t('goOn')}
          </Button>
          {choices === 'nothing_done' ? (
            <Button variant="danger" pending={cancel.isPending} onPress={() => stop(true)}>
              {cancel.isPending ? t('stopping') : t('justStop')}
            </Button>
          ) : null}
          {choices === 'keep_or_undo' ? (
            <>
              <Button pending={cancel.isPending && cancel.variables.keep} onPress={() => stop(true)}>
                {t('keep', { count: format.number(job.succeeded) })}
              </Button>
              <Button variant="danger" pending={cancel.isPending && !cancel.variables.keep} onPress={() => stop(false)}>
                {t(exports ? 'withoutFile' : 'undo')}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {choices === null ? <p>{t('tooLate')}</p> : null}
        {choices === 'nothing_done' ? <p>{t(exports ? 'exportStops' : 'nothingWritten')}</p> : null}
        {choices === 'keep_or_undo' ? (
          <>
            <p>{t('soFar', counts)}</p>
            <OutcomeLegend counts={job} />
            <p>{t(exports ? 'keepMeansExport' : 'keepMeans', { left: format.number(job.total - job.processed) })}</p>
            <p>{t(exports ? 'withoutFileMeans' : 'undoMeans')}</p>
          </>
        ) : null}
        {cancel.isError ? (
          <Banner tone="danger" role="alert" title={problemText(cancel.error).title}>
            {problemText(cancel.error).detail}
          </Banner>
        ) : null}
      </div>
    </AlertDialog>
  );
}
