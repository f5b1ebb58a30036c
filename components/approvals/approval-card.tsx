'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useDecideApproval, useWithdrawApproval } from '#components/api/use-approvals.ts';
import { useMayDo } from '#components/api/use-me.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { Approval } from '#contract/approvals.ts';
import { NEEDS_APPROVAL } from '#domain/operation-names.ts';
import { ApprovalFacts } from './approval-facts.tsx';

/** An approval beside what it is about: what was asked and why, and the decision for who may take it. */
export function ApprovalCard({ approval }: { approval: Approval }) {
  const t = useTranslations('redaction.approvals');
  const request = useTranslations('redaction.request');
  const mayControl = useMayDo('batch:control');
  const withdraw = useWithdrawApproval(approval);
  const problemText = useProblemText();
  const waits = approval.status === 'requested';
  return (
    <Card title={t(`status.${approval.status}`)}>
      <div className="flex flex-col gap-4 text-sm">
        <ApprovalFacts approval={approval} />
        {waits && approval.decidable ? <Decide approval={approval} /> : null}
        {waits && !approval.decidable ? <p className="text-ink-muted">{t('ofYou')}</p> : null}
        {withdraw.error ? (
          <Banner tone="danger" role="alert">
            {problemText(withdraw.error).detail}
          </Banner>
        ) : null}
        {waits && mayControl && !approval.decidable ? (
          <Button
            pending={withdraw.isPending}
            onPress={() =>
              withdraw.mutate(undefined, {
                onSuccess: () => showToast({ tone: 'success', title: request('withdrawn') }),
              })
            }
          >
            {request('withdraw')}
          </Button>
        ) : null}
      </div>
    </Card>
  );
}

function Decide({ approval }: { approval: Approval }) {
  const t = useTranslations('redaction.approvals');
  const any = useTranslations('approvals');
  const redacts = approval.job.operation === 'redact';
  const isFinal = approval.subject === 'plan' && NEEDS_APPROVAL.includes(approval.job.operation);
  const done = redacts ? t('approved') : any(approval.subject === 'undo' ? 'decide.undone' : 'decide.approved');
  const problemText = useProblemText();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const decide = useDecideApproval(approval);
  const send = (decision: 'approve' | 'refuse') => {
    setAsked(true);
    if (reason.trim() === '') return;
    decide.mutate(
      { decision, reason: reason.trim() },
      {
        onSuccess: () => showToast({ tone: 'success', title: decision === 'approve' ? done : t('refused') }),
      },
    );
  };
  return (
    <>
      {isFinal ? <Banner tone="warning">{redacts ? t('noUndo') : any('plan.noUndo')}</Banner> : null}
      {decide.error ? (
        <Banner tone="danger" role="alert" title={problemText(decide.error).title}>
          {problemText(decide.error).detail}
        </Banner>
      ) : null}
      <TextField
        label={t('decisionReason')}
        rows={2}
        maxLength={1_000}
        isRequired
        value={reason}
        onChange={setReason}
        error={asked && reason.trim() === '' ? t('decisionMissing') : undefined}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="danger" pending={decide.isPending} onPress={() => send('approve')}>
          {redacts ? t('approve') : any('decide.approve')}
        </Button>
        <Button isDisabled={decide.isPending} onPress={() => send('refuse')}>
          {t('refuse')}
        </Button>
      </div>
    </>
  );
}
