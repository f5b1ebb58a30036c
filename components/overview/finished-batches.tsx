'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { JobBar } from '#components/batches/job-bar.tsx';
import { OutcomeLegend } from '#components/batches/outcome-legend.tsx';
import type { Job } from '#contract/jobs.ts';
import { FINAL_STATUSES } from '#domain/job-status.ts';
import { BatchListCard } from './batch-list-card.tsx';
import { JobLine } from './job-line.tsx';

/** What ended last, and how. */
export function FinishedBatches() {
  const t = useTranslations('overview');
  return (
    <BatchListCard
      title={t('finishedTitle')}
      aside={
        <Link
          href="/batches"
          className="inline-flex min-h-6 items-center text-sm text-accent underline underline-offset-4"
        >
          {t('allBatches')}
        </Link>
      }
      query={{ status: FINAL_STATUSES, limit: 5 }}
      none={t('finishedNone')}
      row={(job, batch) => <FinishedJob job={job} name={batch.name} />}
    />
  );
}

function FinishedJob({ job, name }: { job: Job; name: string }) {
  const t = useTranslations('overview');
  return (
    <JobLine job={job} name={name} when={job.finishedAt ?? job.createdAt}>
      {job.total === 0 ? (
        <p className="text-xs text-ink-muted">{t('outcomeNothing')}</p>
      ) : (
        <>
          <JobBar job={job} size="thin" />
          <OutcomeLegend counts={job} compact />
        </>
      )}
    </JobLine>
  );
}
