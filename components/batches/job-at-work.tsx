'use client';

import { CloudOff, Hourglass, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Connection } from '#components/api/job-watcher.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import type { Job } from '#contract/jobs.ts';
import { DecisionCall } from './decision-call.tsx';
import { ErrorGroups } from './error-groups.tsx';
import { JobBar } from './job-bar.tsx';
import { JobNumbers } from './job-numbers.tsx';
import { jobShare } from './job-share.ts';
import { OutcomeLegend } from './outcome-legend.tsx';
import { PausedItself } from './paused-itself.tsx';
import { PhaseStepper } from './phase-stepper.tsx';
import { useHeartbeat } from './use-heartbeat.ts';
import { useJobWords } from './use-job-words.ts';
import { useSettled } from './use-settled.ts';
import { WaitLine } from './wait-line.tsx';
import { hasNotBegun, waitReason } from './wait-reason.ts';

export type JobAtWorkProps = { job: Job; connection: Connection; onLeave?: () => void };

/** A job that has not ended: phases, bar, numbers, what it is doing and what went wrong so far. The bar moves at once, numbers twice a second. */
export function JobAtWork({ job, connection, onLeave }: JobAtWorkProps) {
  const t = useTranslations('batches');
  const settled = useSettled(job, `${job.id} ${job.status} ${job.phase}`);
  const leave = onLeave ? { onLeave } : {};
  return (
    <div className="flex flex-col gap-5">
      <PhaseStepper job={job} />
      <PausedItself job={job} />
      {job.status === 'awaiting_confirmation' ? (
        <DecisionCall job={job} {...leave} />
      ) : (
        <>
          <Bar job={job} settled={settled} />
          <JobNumbers job={settled} />
          {waitReason(settled, unknown) ? (
            <WaitLine job={settled} {...leave} />
          ) : (
            <NowProcessing job={settled} connection={connection} />
          )}
        </>
      )}
      {settled.topErrors.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold">{t('errors.soFar')}</h3>
          <ErrorGroups job={job} groups={settled.topErrors} {...leave} />
        </section>
      ) : null}
    </div>
  );
}

/** Whether it waits does not depend on where the others are; which of them it waits for does, and the line finds that out. */
const unknown = () => undefined;

function Bar({ job, settled }: { job: Job; settled: Job }) {
  const words = useJobWords();
  const t = useTranslations('batches.bar');
  const format = useFormat();
  const known = settled.total > 0 && !(settled.phase === 'unpacking' && settled.checked === 0);
  const still = hasNotBegun(job) || job.status === 'paused';
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end justify-between gap-x-4 text-sm">
        <span className="flex flex-wrap items-center gap-2">
          <JobStatusBadge status={job.status} />
          <span className="text-ink-muted">{known ? words.valueText(settled) : t(still ? 'notBegun' : 'unknown')}</span>
        </span>
        {known ? (
          <span className="shrink-0 text-lg font-semibold">{format.percent(jobShare(settled).percent / 100)}</span>
        ) : null}
      </div>
      <JobBar job={job} />
      {settled.phase === 'applying' || settled.phase === 'finalizing' ? <OutcomeLegend counts={settled} /> : null}
    </div>
  );
}

function NowProcessing({ job, connection }: { job: Job; connection: Connection }) {
  const t = useTranslations('batches.now');
  const heartbeat = useHeartbeat(job);
  const rows = {
    stalled: { icon: TriangleAlert, text: t('stalled', { number: job.id.slice(-8) }), look: 'text-danger-ink' },
    waiting: { icon: Hourglass, text: t('waiting'), look: 'text-warning-ink' },
    offline: { icon: CloudOff, text: t('polling'), look: 'text-warning-ink' },
  } as const;
  const state = heartbeat === 'alive' ? (connection === 'polling' ? 'offline' : null) : heartbeat;
  if (state === null) {
    return (
      <p className="flex min-h-6 min-w-0 gap-1.5 text-sm">
        <span className="shrink-0 text-ink-muted">{t('label')}</span>
        <span className="truncate">{job.currentItem ?? t('nothing')}</span>
      </p>
    );
  }
  const { icon: Icon, text, look } = rows[state];
  return (
    <p className={`flex min-h-6 items-start gap-1.5 text-sm ${look}`}>
      <Icon aria-hidden size={16} className="mt-0.5 shrink-0" />
      {text}
    </p>
  );
}
