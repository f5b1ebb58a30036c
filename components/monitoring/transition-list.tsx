'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useJobTransitions } from '#components/api/use-job-transitions.ts';
import { useAuditWords } from '#components/audit/use-audit-words.ts';
import { useCodeText } from '#components/batches/use-code-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Job } from '#contract/jobs.ts';
import type { Transition } from '#contract/monitoring.ts';
import { useOnChange } from './use-on-change.ts';

const PER_PAGE = 50;

/** Every state a job has been in, from its creation on: when, by whom and why. */
export function TransitionList({ job }: { job: Pick<Job, 'id' | 'status'> }) {
  const t = useTranslations('monitoring.timeline');
  const common = useTranslations('common');
  const [cursor, setCursor] = useState<string>();
  const { refetch, ...transitions } = useJobTransitions(job.id, { cursor, limit: PER_PAGE });
  useOnChange(job.status, refetch);
  if (transitions.isPending) return <SkeletonRows rows={4} label={common('loading')} />;
  if (transitions.isError) return <LoadError query={{ error: transitions.error, refetch }} />;
  const { items, nextCursor, previousCursor } = transitions.data;
  if (items.length === 0) return <EmptyState title={t('noChanges')} />;
  return (
    <div className="flex flex-col gap-3">
      <ol aria-label={t('changes')} className="relative flex flex-col gap-3 border-l-2 border-line pl-5">
        {items.map((transition) => (
          <Change key={transition.id} transition={transition} />
        ))}
      </ol>
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

function Change({ transition: { at, event, to, by, reason, problem } }: { transition: Transition }) {
  const t = useTranslations('monitoring.timeline');
  const words = useAuditWords();
  const codeText = useCodeText();
  const format = useFormat();
  return (
    <li className="relative flex flex-col gap-0.5 text-sm before:absolute before:top-2 before:-left-[26px] before:size-2.5 before:rounded-full before:border-2 before:border-line-strong before:bg-surface">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
        <JobStatusBadge status={to} />
        <span className="font-medium">{words.action(`job.${event}`)}</span>
      </span>
      <span className="text-ink-muted">
        {format.dateTimeSeconds(at)} · {by ?? t('system')}
      </span>
      {problem ? <span>{codeText(problem)}</span> : null}
      {reason ? <span>{t('reason', { reason })}</span> : null}
    </li>
  );
}
