'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Batch } from '#contract/batches.ts';
import { isFinal } from '#domain/job-status.ts';
import { BatchBar } from './batch-bar.tsx';
import { BatchControls } from './batch-controls.tsx';
import { OutcomeLegend } from './outcome-legend.tsx';
import { useJobWords } from './use-job-words.ts';

/** Name, state and bar of all jobs of a batch together, and in what order they go. */
export function BatchSummary({ batch }: { batch: Batch }) {
  const t = useTranslations('batches.several');
  const format = useFormat();
  const { progress, scheduledFor, jobs } = batch;
  const context = {
    count: jobs.length,
    person: batch.createdBy.name,
    when: format.dateTime(batch.createdAt),
  };
  const waits = progress.status === 'scheduled' && scheduledFor;
  return (
    <div className="flex flex-col gap-3 pb-5">
      <div className="-mb-5">
        <PageHeader title={batch.name} />
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
        <JobStatusBadge status={progress.status} />
        <span>{t(waits ? 'scheduledContext' : 'context', context)}</span>
        {waits ? (
          <span className="font-medium text-ink">{t('startsAt', { when: format.dateTime(scheduledFor) })}</span>
        ) : null}
      </p>
      <BatchBar batch={batch} />
      <Figures batch={batch} />
      <OutcomeLegend counts={progress} />
      {jobs.every(({ status }) => isFinal(status)) ? null : <BatchControls batch={batch} />}
    </div>
  );
}

function Figures({ batch: { progress } }: { batch: Batch }) {
  const t = useTranslations('batches');
  const format = useFormat();
  const words = useJobWords();
  const items = t('bar.processed', { done: format.number(progress.processed), total: format.number(progress.total) });
  const { jobs, etaSeconds, throughput } = progress;
  return (
    <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1 text-sm text-ink-muted">
      <span className="text-lg font-semibold text-ink">{format.percent(progress.percent / 100)}</span>
      <span className="font-medium text-ink">
        {t('several.ended', { ended: format.number(jobs.ended), total: format.number(jobs.total) })}
      </span>
      {progress.total > 0 ? (
        <span>
          {progress.failed > 0 ? t('bar.withFailed', { text: items, failed: format.number(progress.failed) }) : items}
        </span>
      ) : null}
      {etaSeconds === null || etaSeconds === 0 ? null : <span>{format.remaining(etaSeconds)}</span>}
      {throughput > 0 ? <span>{words.rate(throughput)}</span> : null}
    </p>
  );
}
