'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useConfirmPlan } from '#components/api/use-confirm-plan.ts';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Job } from '#contract/jobs.ts';

export type RejectDialogProps = { job: Job; isOpen: boolean; onClose: () => void; onRefused: (error: unknown) => void };

/** Says no to a plan, with a reason if one likes; it goes into the audit trail. */
export function RejectDialog({ job, isOpen, onClose, onRefused }: RejectDialogProps) {
  const t = useTranslations('batches.plan');
  const approvals = useTranslations('approvals.plan');
  const piles = useTranslations('bulk.plan');
  const [reason, setReason] = useState('');
  const reject = useConfirmPlan(job.id);
  const send = () =>
    // Awaited by promise: this dialog may be gone before the answer, since the state of the job comes by socket too.
    reject
      .mutateAsync({ decision: 'reject', ...(reason.trim() ? { reason: reason.trim() } : {}) })
      .catch(onRefused)
      .finally(onClose);
  return (
    <AlertDialog
      isOpen={isOpen}
      onClose={onClose}
      title={job.needsApproval ? approvals('abandonTitle') : t('rejectTitle')}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t('goBack')}
          </Button>
          <Button variant="danger" pending={reject.isPending} onPress={send}>
            {job.needsApproval ? approvals('abandonConfirm') : t('rejectConfirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{job.operation === 'import' ? t('rejectMeans') : piles('rejectMeans')}</p>
        <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={1_000} rows={3} />
      </div>
    </AlertDialog>
  );
}
