'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { buttonClass, LinkButton } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Batch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { ActionProblem } from './action-problem.tsx';
import { isResult } from './is-result.ts';
import { JobBar } from './job-bar.tsx';
import { JobMenu } from './job-menu.tsx';
import { jobShare } from './job-share.ts';
import { jobLink } from './links.ts';
import { OutcomeLegend } from './outcome-legend.tsx';
import { PauseButton } from './pause-button.tsx';
import { PlanSentence } from './plan-sentence.tsx';
import { priorityLevel } from './priority.ts';
import { useCodeText } from './use-code-text.ts';
import { useJobWords } from './use-job-words.ts';
import { usePause } from './use-pause.ts';
import { WaitLine } from './wait-line.tsx';
import { hasNotBegun } from './wait-reason.ts';

/** One job among others: which, where it stands, what it waits for, and what one can do with it. */
export function JobRow({ job, batch }: { job: Job; batch: Batch }) {
  const pause = usePause(job);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2.5 p-4 text-sm md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_12.5rem_auto] md:gap-x-5">
      <JobName job={job} batch={batch} />
      <Standing job={job} />
      <div className="flex justify-end empty:hidden max-md:order-3 max-md:col-span-2 max-md:justify-start md:empty:flex">
        <PauseButton pause={pause} name={job.name} size="small" className="min-w-30" />
        <Decide job={job} />
        <Result job={job} />
      </div>
      <div className="-mt-0.5 max-md:order-1">
        <JobMenu job={job} />
      </div>
      {pause.error ? (
        <div className="order-4 col-span-full">
          <ActionProblem error={pause.error} />
        </div>
      ) : null}
    </li>
  );
}

function JobName({ job, batch }: { job: Job; batch: Batch }) {
  const statuses = useTranslations('statuses.operation');
  const t = useTranslations('batches.priority');
  const words = useJobWords();
  const level = priorityLevel(job.priority);
  return (
    <div className="flex min-w-0 gap-2.5">
      <span aria-hidden className="w-6 shrink-0 text-right text-ink-muted">
        {job.place + 1}.
      </span>
      <div className="flex min-w-0 flex-col gap-1">
        <Link
          href={jobLink(job)}
          className="font-medium break-words underline decoration-line-strong underline-offset-4 hover:text-accent hover:decoration-accent"
        >
          {job.name}
        </Link>
        <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-muted">
          {statuses(job.operation)} · {words.number(job)}
          {level === 'normal' || isFinal(job.status) ? null : <Chip>{t('give', { level: t(level) })}</Chip>}
        </p>
        <WaitLine job={job} batch={batch} small />
        <Why job={job} />
      </div>
    </div>
  );
}

/** Why it ended as it did, or paused itself, where the state alone does not say it. */
function Why({ job }: { job: Job }) {
  const codeText = useCodeText();
  if (!job.problem || !(isFinal(job.status) || job.status === 'paused')) return null;
  return <p className="text-xs text-ink-muted">{codeText(job.problem.code, job.problem.params)}</p>;
}

function Standing({ job }: { job: Job }) {
  const t = useTranslations('batches.bar');
  const format = useFormat();
  const words = useJobWords();
  const ended = isFinal(job.status);
  const known = job.total > 0;
  const still = hasNotBegun(job) || job.status === 'paused';
  if (job.status === 'awaiting_confirmation') {
    return (
      <div className="flex min-w-0 flex-col gap-1.5 max-md:order-2 max-md:col-span-2">
        <span>
          <JobStatusBadge status={job.status} />
        </span>
        <p className="text-xs text-ink-muted">
          <PlanSentence
            job={job}
            operation={job.operation}
            plan={job.plan ?? {}}
            conflictsFail={job.options.conflict === 'fail'}
          />
        </p>
      </div>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-1.5 max-md:order-2 max-md:col-span-2">
      <div className="flex min-h-6 items-center justify-between gap-3">
        <JobStatusBadge status={job.status} />
        <span className="text-xs text-ink-muted">
          {known && !ended ? format.percent(jobShare(job).percent / 100) : null}
        </span>
      </div>
      <JobBar job={job} size="thin" />
      {ended && known ? (
        <OutcomeLegend counts={job} compact />
      ) : (
        <p className="text-xs text-ink-muted">
          {known ? words.valueText(job) : t(still ? 'notBegun' : ended ? 'nothing' : 'unknown')}
        </p>
      )}
    </div>
  );
}

/** A plan that waits is what one comes here for. */
function Decide({ job }: { job: Job }) {
  const t = useTranslations('batches.decision');
  if (job.status !== 'awaiting_confirmation') return null;
  return (
    <LinkButton size="small" variant="primary" href={jobLink(job, 'plan')}>
      {t('toPlan')}
    </LinkButton>
  );
}

/** The file an export made: what the job was for. */
function Result({ job }: { job: Job }) {
  const t = useTranslations('batches.next');
  const mayDownload = useMayDo('artifact:download');
  const artifact = job.artifacts.find(isResult);
  if (!mayDownload || !artifact || !isFinal(job.status)) return null;
  return (
    <a href={`/api/v1/artifacts/${artifact.id}`} download className={buttonClass('secondary', 'small')}>
      <Download aria-hidden size={16} />
      {t(artifact.kind)}
      <span className="sr-only">{job.name}</span>
    </a>
  );
}
