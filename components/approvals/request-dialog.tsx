'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRequestApproval } from '#components/api/use-approvals.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { ApprovalRequestInput } from '#contract/approvals.ts';

const MAX_REASON = 1_000;

export type RequestDialogProps = {
  jobId: string;
  /** How many changes are asked for. */
  count: number;
  /** What the request is about, beside its reason and count. */
  about?: Pick<ApprovalRequestInput, 'subject' | 'overrides' | 'overrideReason'>;
  onClose: () => void;
};

/** Asks somebody else to approve, for a reason. */
export function RequestDialog({ jobId, count, about = {}, onClose }: RequestDialogProps) {
  const t = useTranslations('approvals.plan');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const request = useRequestApproval(jobId);
  const send = () => {
    setAsked(true);
    if (reason.trim() === '') return;
    request.mutate(
      { ...about, reason: reason.trim(), count },
      {
        onSuccess: () => {
          onClose();
          showToast({ tone: 'success', title: t('sent') });
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('askTitle')}
      closeLabel={common('close')}
      width="small"
      actions={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="primary" pending={request.isPending} onPress={send}>
            {t('ask')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 text-sm">
        <p>{t('askText', { count })}</p>
        {request.error ? (
          <Banner tone="danger" role="alert" title={problemText(request.error).title}>
            {problemText(request.error).detail}
          </Banner>
        ) : null}
        <TextField
          autoFocus
          label={t('reason')}
          description={t('reasonHelp')}
          rows={3}
          maxLength={MAX_REASON}
          isRequired
          value={reason}
          onChange={setReason}
          error={asked && reason.trim() === '' ? t('reasonMissing') : undefined}
        />
      </div>
    </Dialog>
  );
}
