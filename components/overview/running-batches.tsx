'use client';

import { useTranslations } from 'use-intl';
import { useJobProgress } from '#components/api/use-job-progress.ts';
import { JobBar } from '#components/batches/job-bar.tsx';
import { useJobWords } from '#components/batches/use-job-words.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import type { Job } from '#contract/jobs.ts';
import { WORKING_STATUSES } from '#domain/job-status.ts';
import { BatchListCard } from './batch-list-card.tsx';
import { JobLine } from './job-line.tsx';

/** Jobs at work, with bars that move. */
export function RunningBatches() {
  const t = useTranslations('overview');
  return (
    <BatchListCard
      title={t('runningTitle')}
      query={{ status: WORKING_STATUSES, limit: 5 }}
      none={t('runningNone')}
      row={(job, batch) => <RunningJob job={job} name={batch.name} />}
    />
  );
}

function RunningJob({ job: fetched, name }: { job: Job; name: string }) {
  const t = useTranslations('batches.bar');
  const words = useJobWords();
  const format = useFormat();
  const { progress } = useJobProgress(fetched.id);
  const job = progress && progress.seq > fetched.seq ? { ...fetched, ...progress } : fetched;
  return (
    <JobLine job={job} name={name} when={job.startedAt ?? job.createdAt}>
      <JobBar job={job} size="medium" />
      <p aria-hidden className="flex flex-wrap justify-between gap-x-4 text-xs text-ink-muted">
        <span>{job.total > 0 ? words.valueText(job) : t('unknown')}</span>
        {job.etaSeconds === null || job.etaSeconds === 0 ? null : <span>{format.remaining(job.etaSeconds)}</span>}
      </p>
    </JobLine>
  );
}
