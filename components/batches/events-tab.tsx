'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useAuditEntries } from '#components/api/use-audit-entries.ts';
import { useAuditWords } from '#components/audit/use-audit-words.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { AuditEntry } from '#contract/audit.ts';
import type { Job } from '#contract/jobs.ts';

/** Every change of state of a job from the audit trail: who, when, why. Only for those who may read it. */
export function EventsTab({ job }: { job: Job }) {
  const t = useTranslations('batches.events');
  const common = useTranslations('common');
  const [cursor, setCursor] = useState<string | undefined>();
  const entries = useAuditEntries({ subject: job.id, action: 'job', cursor, limit: 50 });
  const { refetch } = entries;
  const state = `${job.status} ${job.phase}`;
  useEffect(() => {
    if (state) void refetch();
  }, [state, refetch]);
  if (entries.isPending) return <SkeletonRows rows={5} label={common('loading')} />;
  if (entries.isError) {
    return <LoadError query={entries} />;
  }
  const { items, nextCursor, previousCursor } = entries.data;
  if (items.length === 0) return <EmptyState title={t('none')} />;
  return (
    <div className="flex flex-col gap-3">
      <ol className="relative flex flex-col gap-4 border-l-2 border-line pl-5">
        {items.map((entry) => (
          <Event key={entry.id} entry={entry} />
        ))}
      </ol>
      <LinkButton href={`/audit?subject=${job.id}`} variant="quiet" size="small" className="self-start">
        {t('inAudit')}
      </LinkButton>
      {nextCursor || previousCursor ? (
        <Pagination
          label={common('pages')}
          previousLabel={common('previous')}
          nextLabel={common('next')}
          summary=""
          onPrevious={previousCursor ? () => setCursor(previousCursor) : null}
          onNext={nextCursor ? () => setCursor(nextCursor) : null}
        />
      ) : null}
    </div>
  );
}

function Event({ entry }: { entry: AuditEntry }) {
  const t = useTranslations('batches.events');
  const statuses = useTranslations('statuses.job');
  const format = useFormat();
  const to = entry.details.to;
  const words = useAuditWords();
  const action = words.action(entry.action);
  const status = typeof to === 'string' && statuses.has(to as never) ? statuses(to as never) : null;
  return (
    <li className="relative flex flex-col text-sm before:absolute before:top-1.5 before:-left-[26px] before:size-2.5 before:rounded-full before:border-2 before:border-line-strong before:bg-surface">
      <span className="font-medium">
        {action}
        {status && status !== action ? <span className="font-normal text-ink-muted"> → {status}</span> : null}
      </span>
      <span className="text-ink-muted">
        {format.dateTimeSeconds(entry.at)} · {entry.actorName ?? t('system')}
      </span>
      {entry.reason ? <span>{t('reason', { reason: entry.reason })}</span> : null}
    </li>
  );
}
