'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { OutcomeLegend } from '#components/statuses/outcome-legend.tsx';
import { outcomeSegments } from '#components/statuses/outcome-segments.ts';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
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
  const parts = [
    t('outcomeText', { succeeded: job.succeeded, skipped: job.skipped, failed: job.failed }),
    job.unchanged > 0 && t('outcomeUnchanged', { count: job.unchanged }),
    job.cancelled > 0 && t('outcomeCancelled', { count: job.cancelled }),
  ];
  const text = job.total === 0 ? t('outcomeNothing') : parts.filter(Boolean).join(', ');
  return (
    <JobLine job={job} name={name} when={job.finishedAt ?? job.createdAt}>
      <ProgressBar
        finished
        size="thin"
        label={t('outcomeLabel', { name })}
        total={job.total}
        segments={outcomeSegments(job)}
        valueText={text}
      />
      {job.total === 0 ? <p className="text-xs text-ink-muted">{text}</p> : <OutcomeLegend counts={job} />}
    </JobLine>
  );
}
