'use client';

import { useTranslations } from 'use-intl';
import { useJobProgress } from '#components/api/use-job-progress.ts';
import { BatchBar } from '#components/batches/batch-bar.tsx';
import { JobBar } from '#components/batches/job-bar.tsx';
import { batchLink } from '#components/batches/links.ts';
import { useJobWords } from '#components/batches/use-job-words.ts';
import { useMovingBatch } from '#components/batches/use-moving-batch.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import type { Batch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { WORKING_STATUSES } from '#domain/job-status.ts';
import { BatchListCard } from './batch-list-card.tsx';
import { WorkLine } from './work-line.tsx';

/** Batches at work, with bars that move. */
export function RunningBatches() {
  const t = useTranslations('overview');
  return (
    <BatchListCard
      title={t('runningTitle')}
      query={{ status: WORKING_STATUSES, limit: 5 }}
      none={t('runningNone')}
      rows={(batch) => [{ id: batch.id, content: <RunningBatch batch={batch} /> }]}
    />
  );
}

function RunningBatch({ batch }: { batch: Batch }) {
  const [job, ...others] = batch.jobs;
  if (!job) return null;
  return others.length > 0 ? <RunningJobs batch={batch} /> : <RunningJob job={job} name={batch.name} />;
}

function RunningJob({ job: fetched, name }: { job: Job; name: string }) {
  const t = useTranslations('batches.bar');
  const operations = useTranslations('statuses.operation');
  const words = useJobWords();
  const { progress } = useJobProgress(fetched.id);
  const job = progress && progress.seq > fetched.seq ? { ...fetched, ...progress } : fetched;
  return (
    <WorkLine
      href={batchLink(job.batchId)}
      name={name}
      kind={operations(job.operation)}
      person={job.createdBy.name}
      when={job.startedAt ?? job.createdAt}
      status={job.status}
    >
      <JobBar job={job} size="medium" />
      <Figures text={job.total > 0 ? words.valueText(job) : t('unknown')} etaSeconds={job.etaSeconds} />
    </WorkLine>
  );
}

/** Several jobs as one: how far all of them are together. */
function RunningJobs({ batch: fetched }: { batch: Batch }) {
  const t = useTranslations('overview');
  const several = useTranslations('batches.several');
  const format = useFormat();
  const batch = useMovingBatch(fetched);
  const { jobs, status, etaSeconds } = batch.progress;
  return (
    <WorkLine
      href={batchLink(batch.id)}
      name={batch.name}
      kind={several('jobs', { count: jobs.total })}
      person={batch.createdBy.name}
      when={batch.createdAt}
      status={status}
    >
      <BatchBar batch={batch} />
      <Figures
        text={t('batchJobs', { ended: format.number(jobs.ended), total: format.number(jobs.total) })}
        etaSeconds={etaSeconds}
      />
    </WorkLine>
  );
}

/** Hidden from assistive technology: the bar above says the same. */
function Figures({ text, etaSeconds }: { text: string; etaSeconds: number | null }) {
  const format = useFormat();
  return (
    <p aria-hidden className="flex flex-wrap justify-between gap-x-4 text-xs text-ink-muted">
      <span>{text}</span>
      {etaSeconds === null || etaSeconds === 0 ? null : <span>{format.remaining(etaSeconds)}</span>}
    </p>
  );
}
