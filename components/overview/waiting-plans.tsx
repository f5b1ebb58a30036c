'use client';

import { useTranslations } from 'use-intl';
import { useMe } from '#components/api/use-me.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { LinkButton } from '#components/ui/button.tsx';
import { BatchListCard } from './batch-list-card.tsx';
import { JobLine } from './job-line.tsx';

/** Plans somebody must decide over. */
export function WaitingPlans() {
  const t = useTranslations('overview');
  const format = useFormat();
  // An administrator sees the plans of every organisation, but decides over none of the others'.
  const person = useMe().data?.role === 'admin' ? 'me' : undefined;
  return (
    <BatchListCard
      title={t('waitingTitle')}
      query={{ status: ['awaiting_confirmation'], person, limit: 5 }}
      none={t('waitingNone')}
      row={(job, batch) => (
        <JobLine job={job} name={batch.name} when={job.createdAt}>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <p className="min-w-0 flex-1 basis-60 text-sm text-ink-muted">
              {t('waitingText', { count: job.total })}
              {job.confirmBefore ? ` ${t('waitingUntil', { date: format.date(job.confirmBefore) })}.` : ''}
            </p>
            <LinkButton size="small" href={`/batches/${batch.id}`}>
              {t('reviewPlan')}
              <span className="sr-only">: {batch.name}</span>
            </LinkButton>
          </div>
        </JobLine>
      )}
    />
  );
}
