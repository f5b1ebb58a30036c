'use client';

import { useTranslations } from 'use-intl';
import { useMe } from '#components/api/use-me.ts';
import { ActionProblem } from '#components/batches/action-problem.tsx';
import { jobShare } from '#components/batches/job-share.ts';
import { jobLink } from '#components/batches/links.ts';
import { PauseButton } from '#components/batches/pause-button.tsx';
import { useCodeText } from '#components/batches/use-code-text.ts';
import { usePause } from '#components/batches/use-pause.ts';
import { WaitLine } from '#components/batches/wait-line.tsx';
import { useFormat } from '#components/i18n/use-format.ts';
import { LinkButton } from '#components/ui/button.tsx';
import type { Batch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { BatchListCard } from './batch-list-card.tsx';
import { WorkLine } from './work-line.tsx';

const WAITING = ['awaiting_confirmation', 'paused'] as const;

/** What does not go on without somebody: plans to decide over, and jobs that are paused. */
export function WaitingJobs() {
  const t = useTranslations('overview');
  // An administrator sees the batches of every organisation, but steers none of the others'.
  const person = useMe().data?.role === 'admin' ? 'me' : undefined;
  return (
    <BatchListCard
      title={t('waitingTitle')}
      query={{ status: WAITING, person, limit: 5 }}
      none={t('waitingNone')}
      rows={(batch) =>
        batch.jobs
          .filter(({ status }) => (WAITING as readonly string[]).includes(status))
          .map((job) => ({ id: job.id, content: <WaitingJob batch={batch} job={job} /> }))
      }
    />
  );
}

function WaitingJob({ batch, job }: { batch: Batch; job: Job }) {
  const operations = useTranslations('statuses.operation');
  const alone = batch.jobs.length === 1;
  return (
    <WorkLine
      href={jobLink(job)}
      name={alone ? batch.name : job.name}
      kind={alone ? operations(job.operation) : `${batch.name} · ${operations(job.operation)}`}
      person={job.createdBy.name}
      when={job.createdAt}
      status={job.status}
    >
      {job.status === 'paused' ? <Paused job={job} /> : <Plan batch={batch} job={job} />}
    </WorkLine>
  );
}

function Plan({ batch, job }: { batch: Batch; job: Job }) {
  const t = useTranslations('overview');
  const format = useFormat();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="min-w-0 flex-1 basis-60 text-sm text-ink-muted">
        {t('waitingText', { count: job.total })}
        {job.confirmBefore ? ` ${t('waitingUntil', { date: format.date(job.confirmBefore) })}.` : ''}
      </p>
      <LinkButton size="small" href={jobLink(job)}>
        {t('reviewPlan')}
        <span className="sr-only">: {batch.jobs.length === 1 ? batch.name : job.name}</span>
      </LinkButton>
    </div>
  );
}

function Paused({ job }: { job: Job }) {
  const t = useTranslations('overview');
  const format = useFormat();
  const codeText = useCodeText();
  const pause = usePause(job);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60 text-sm text-ink-muted">
          <p>
            {job.problem
              ? codeText(job.problem.code, job.problem.params)
              : t('pausedText', { percent: format.percent(jobShare(job).percent / 100) })}
          </p>
          {job.probeAt ? <WaitLine job={job} small /> : null}
        </div>
        <PauseButton pause={pause} name={job.name} size="small" />
      </div>
      <ActionProblem error={pause.error} />
    </>
  );
}
