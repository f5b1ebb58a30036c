'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useUndoJob } from '#components/api/use-undo-job.ts';
import { useUndoPreview } from '#components/api/use-undo-preview.ts';
import { RequestDialog } from '#components/approvals/request-dialog.tsx';
import { useFormat } from '#components/i18n/use-format.ts';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Job } from '#contract/jobs.ts';
import { ActionProblem } from './action-problem.tsx';
import { isTyped, TYPED_ABOVE } from './undo-choice.ts';
import { UndoPreview } from './undo-preview.tsx';

export type UndoDialogProps = {
  job: Job;
  isOpen: boolean;
  onClose: () => void;
  /** The job is on its way back. */
  onStarted: (jobId: string) => void;
};

/** Takes back an ended job: first says what that would do, then asks. Esc and "Niets doen" change nothing. */
export function UndoDialog(props: UndoDialogProps) {
  return props.isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ job, isOpen, onClose, onStarted }: UndoDialogProps) {
  const t = useTranslations('batches.undo');
  const approvals = useTranslations('approvals');
  const format = useFormat();
  const preview = useUndoPreview(job.id);
  const undo = useUndoJob(job.id);
  const [typed, setTyped] = useState('');
  const count = preview.data?.reversed ?? 0;
  const [asking, setAsking] = useState(false);
  const needsApproval = preview.data?.needsApproval === true;
  const mustType = count > TYPED_ABOVE && !needsApproval;
  const ready = count > 0 && (!mustType || isTyped(typed, count));
  const start = () =>
    // Awaited by promise: this dialog may be gone before the answer, since the state of the job comes by socket too.
    undo.mutateAsync().then(
      () => {
        onClose();
        onStarted(job.id);
      },
      () => undefined,
    );
  if (asking) return <RequestDialog jobId={job.id} count={count} about={{ subject: 'undo' }} onClose={onClose} />;
  return (
    <AlertDialog
      isOpen={isOpen}
      onClose={onClose}
      title={preview.isError ? t('tooLateTitle') : t('title')}
      actions={
        <>
          <Button autoFocus variant="primary" onPress={onClose}>
            {t('keep')}
          </Button>
          {needsApproval && count > 0 ? (
            <Button variant="danger" onPress={() => setAsking(true)}>
              {approvals('plan.ask')}
            </Button>
          ) : null}
          {preview.isError || preview.data?.reversed === 0 || needsApproval ? null : (
            <Button variant="danger" isDisabled={!ready} pending={undo.isPending} onPress={start}>
              {count > 0 ? t('confirm', { count }) : t('open')}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Preview preview={preview} />
        {needsApproval ? <p>{approvals('undo.text')}</p> : null}
        {mustType ? (
          <TextField
            label={t('type', { count: format.number(count) })}
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            inputMode="numeric"
            {...(typed !== '' && !isTyped(typed, count) ? { description: t('typeWrong') } : {})}
          />
        ) : null}
        <ActionProblem error={undo.error} />
      </div>
    </AlertDialog>
  );
}

function Preview({ preview }: { preview: ReturnType<typeof useUndoPreview> }) {
  const t = useTranslations('batches.undo');
  if (preview.data) return <UndoPreview undo={preview.data} />;
  if (!preview.isError) return <SkeletonRows rows={4} label={t('looking')} />;
  return <LoadError query={preview} />;
}
