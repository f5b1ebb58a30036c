'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import type { Approval } from '#contract/approvals.ts';

/** Who asked for what and why, and what became of it. */
export function ApprovalFacts({ approval }: { approval: Approval }) {
  const t = useTranslations('redaction.approvals');
  const format = useFormat();
  const { status, requestedBy, requestedAt, job, reason, expiresAt, decidedBy, decidedAt, decisionReason } = approval;
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p>{t('by', { name: requestedBy.name, date: format.dateTime(requestedAt) })}</p>
      {job.startedBy.id === requestedBy.id ? null : <p>{t('started', { name: job.startedBy.name })}</p>}
      <p className="break-words">
        <span className="text-ink-muted">{t('reason')}:</span> {reason}
      </p>
      {status === 'requested' ? (
        <p className="text-ink-muted">{t('until', { date: format.dateTime(expiresAt) })}</p>
      ) : null}
      {decidedAt ? (
        <p>
          {decidedBy
            ? t('decisionBy', { status: t(`status.${status}`), name: decidedBy, date: format.dateTime(decidedAt) })
            : t('decisionAt', { status: t(`status.${status}`), date: format.dateTime(decidedAt) })}
          {decisionReason ? `: ${decisionReason}` : null}
        </p>
      ) : null}
    </div>
  );
}
