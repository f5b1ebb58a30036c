'use client';

import { useTranslations } from 'use-intl';
import { BatchBar } from '#components/batches/batch-bar.tsx';
import { JobBar } from '#components/batches/job-bar.tsx';
import { batchLink } from '#components/batches/links.ts';
import { OutcomeLegend } from '#components/batches/outcome-legend.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Batch } from '#contract/batches.ts';
import { FINAL_STATUSES, isFinal } from '#domain/job-status.ts';
import { BatchListCard } from './batch-list-card.tsx';
import { WorkLine } from './work-line.tsx';

const SHOWN = 5;

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
      // More than are shown: one of which only some jobs have ended comes along and is left out.
      query={{ status: FINAL_STATUSES, limit: 2 * SHOWN }}
      atMost={SHOWN}
      none={t('finishedNone')}
      rows={(batch) =>
        batch.jobs.every(({ status }) => isFinal(status))
          ? [{ id: batch.id, content: <FinishedBatch batch={batch} /> }]
          : []
      }
    />
  );
}

function FinishedBatch({ batch }: { batch: Batch }) {
  const t = useTranslations('overview');
  const operations = useTranslations('statuses.operation');
  const several = useTranslations('batches.several');
  const { progress, jobs } = batch;
  const [job, ...others] = jobs;
  if (!job) return null;
  const ends = jobs.map(({ finishedAt, createdAt }) => finishedAt ?? createdAt).toSorted();
  return (
    <WorkLine
      href={batchLink(batch.id)}
      name={batch.name}
      kind={others.length > 0 ? several('jobs', { count: jobs.length }) : operations(job.operation)}
      person={job.createdBy.name}
      when={ends.at(-1) ?? batch.createdAt}
      status={others.length > 0 ? progress.status : job.status}
    >
      {progress.total === 0 ? (
        <p className="text-xs text-ink-muted">{t('outcomeNothing')}</p>
      ) : (
        <>
          {others.length > 0 ? <BatchBar batch={batch} size="thin" /> : <JobBar job={job} size="thin" />}
          <OutcomeLegend counts={progress} compact />
        </>
      )}
    </WorkLine>
  );
}
