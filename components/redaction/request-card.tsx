'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiProblem } from '#components/api/api-problem.ts';
import { useRequestApproval } from '#components/api/use-approvals.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { isTyped } from '#components/bulk/typed-count.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { showToast } from '#components/ui/toasts.tsx';

const MAX_REASON = 1_000;

/** Asks somebody else to approve, once the person has said why and typed how much is replaced for good. */
export function RequestCard({ jobId, count }: { jobId: string; count: number }) {
  const t = useTranslations('redaction.request');
  const start = useTranslations('redaction.start');
  const problemText = useProblemText();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const request = useRequestApproval(jobId);
  const isConfirmed = isTyped(typed, count);
  const hasHit = request.error instanceof ApiProblem && request.error.errors.some(({ path }) => path === 'reason');
  const send = () => {
    setAsked(true);
    if (reason.trim() === '' || !isConfirmed) return;
    request.mutate(
      { reason: reason.trim(), count },
      { onSuccess: () => showToast({ tone: 'success', title: t('sent') }) },
    );
  };
  const problem = request.error && !hasHit ? problemText(request.error) : null;
  return (
    <Card title={t('title')}>
      {count === 0 ? (
        <p className="text-sm">{t('nothing')}</p>
      ) : (
        <div className="flex flex-col gap-4 text-sm">
          <p>{t('text')}</p>
          <Banner tone="warning">{start('noUndo')}</Banner>
          {problem ? (
            <Banner tone="danger" role="alert" title={problem.title}>
              {problem.detail}
            </Banner>
          ) : null}
          <TextField
            label={t('reason')}
            description={t('reasonHelp')}
            rows={2}
            maxLength={MAX_REASON}
            isRequired
            value={reason}
            onChange={setReason}
            error={asked && reason.trim() === '' ? t('reasonMissing') : hasHit ? t('reasonHasHit') : undefined}
          />
          <TextField
            label={t('type', { count: format.number(count) })}
            description={t('typeHelp')}
            inputMode="numeric"
            autoComplete="off"
            isRequired
            value={typed}
            onChange={setTyped}
            error={asked && !isConfirmed ? t('typeWrong', { count: format.number(count) }) : undefined}
            className="[&_input]:max-w-40"
          />
          <Button variant="danger" pending={request.isPending} onPress={send}>
            {t('send')}
          </Button>
        </div>
      )}
    </Card>
  );
}
