'use client';

import { useTranslations } from 'use-intl';
import type { Batch } from '#contract/batches.ts';
import { JobRow } from './job-row.tsx';

/** The jobs of a batch in their order. */
export function JobList({ batch }: { batch: Batch }) {
  const t = useTranslations('batches.several');
  return (
    <ol
      aria-label={t('list')}
      className="divide-y divide-line rounded-md border border-line bg-surface [&>li]:scroll-mt-16"
    >
      {batch.jobs.map((job) => (
        <JobRow key={job.id} job={job} batch={batch} />
      ))}
    </ol>
  );
}
