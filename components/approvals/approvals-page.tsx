'use client';

import { useLocale, useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useApprovals } from '#components/api/use-approvals.ts';
import { jobLink } from '#components/batches/links.ts';
import { LinkButton } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Approval } from '#contract/approvals.ts';
import { ApprovalFacts } from './approval-facts.tsx';

/** What waits for somebody else's yes, and what was decided of late. */
export function ApprovalsPage() {
  const t = useTranslations('redaction.approvals');
  const settings = useTranslations('approvals.settings');
  return (
    <>
      <PageHeader
        title={t('title')}
        context={t('lead')}
        actions={<LinkButton href="/approvals/settings">{settings('link')}</LinkButton>}
      />
      <div className="flex flex-col gap-4">
        <Card title={t('waiting')}>
          <Approvals state="waiting" />
        </Card>
        <Card title={t('decided')}>
          <Approvals state="decided" />
        </Card>
      </div>
    </>
  );
}

function Approvals({ state }: { state: 'waiting' | 'decided' }) {
  const t = useTranslations('redaction.approvals');
  const { data, error, refetch } = useApprovals(state);
  if (error && !data) return <LoadError query={{ error, refetch }} />;
  if (!data) return <SkeletonRows rows={2} label={t('loading')} />;
  if (data.items.length === 0)
    return state === 'waiting' ? (
      <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
    ) : (
      <p className="text-sm text-ink-muted">{t('noneDecided')}</p>
    );
  return (
    <ul className="flex flex-col divide-y divide-line">
      {data.items.map((approval) => (
        <li key={approval.id} className="flex flex-wrap items-start justify-between gap-3 py-3 first:pt-0 last:pb-0">
          <ApprovalLine approval={approval} />
        </li>
      ))}
    </ul>
  );
}

function ApprovalLine({ approval }: { approval: Approval }) {
  const t = useTranslations('redaction.approvals');
  const operations = useTranslations('statuses.operation');
  const locale = useLocale();
  const { job } = approval;
  const undo = useTranslations('approvals.undo');
  const operation = operations(job.operation);
  const name = job.name === operation ? job.name : `${operation}: ${job.name}`;
  return (
    <>
      <div className="flex min-w-0 grow basis-72 flex-col gap-1">
        <h3 lang={locale} className="font-semibold break-words">
          {approval.subject === 'undo' ? undo('title', { name }) : name}, {t('items', { count: job.total })}
        </h3>
        <ApprovalFacts approval={approval} />
        {approval.status === 'requested' && !approval.decidable ? (
          <p className="text-sm text-ink-muted">{t('ofYou')}</p>
        ) : null}
      </div>
      <LinkButton
        variant={approval.decidable ? 'primary' : 'secondary'}
        href={jobLink(
          { id: job.id, batchId: job.batchId },
          approval.status === 'requested' && approval.subject === 'plan' ? 'plan' : undefined,
        )}
        aria-label={`${t(approval.decidable ? 'look' : 'view')}: ${job.name}`}
      >
        {t(approval.decidable ? 'look' : 'view')}
      </LinkButton>
    </>
  );
}
