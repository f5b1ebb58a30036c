'use client';

import { CircleStop, PictureInPicture2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { LinkedJobs } from '#components/correction/linked-jobs.tsx';
import { useFormat } from '#components/i18n/use-format.ts';
import { ClassificationMark } from '#components/statuses/classification-mark.tsx';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Batch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { ActionProblem } from './action-problem.tsx';
import { JobBar } from './job-bar.tsx';
import { NextActions } from './next-actions.tsx';
import { PauseButton } from './pause-button.tsx';
import { ReportDownloads } from './report-downloads.tsx';
import { stopChoices } from './stop-choices.ts';
import { StopDialog } from './stop-dialog.tsx';
import { useJobWords } from './use-job-words.ts';
import { type Pause, usePause } from './use-pause.ts';
import { useProgressWindow } from './use-progress-window.tsx';

export type BatchHeaderProps = { batch: Batch; job: Job };

/** Name, state and bar of a job, and what one can do with it now; the only job of a batch goes by the batch's name. */
export function BatchHeader({ batch, job }: BatchHeaderProps) {
  const t = useTranslations('batches.page');
  const format = useFormat();
  const words = useJobWords();
  const statuses = useTranslations('statuses.operation');
  const { open } = useProgressWindow();
  const pause = usePause(job);
  const ended = isFinal(job.status);
  const alone = batch.jobs.length === 1;
  return (
    <div className="flex flex-col gap-3 pb-5">
      <div className="-mb-5">
        <PageHeader
          title={alone ? batch.name : job.name}
          actions={ended ? null : <LiveActions job={job} pause={pause} />}
        />
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
        <JobStatusBadge status={job.status} />
        <ClassificationMark classification={job.classification} />
        {alone ? null : <span>{statuses(job.operation)}</span>}
        <span>
          {t('context', {
            number: words.number(job),
            person: batch.createdBy.name,
            when: format.dateTime(batch.createdAt),
          })}
        </span>
      </p>
      {job.status === 'awaiting_confirmation' ? null : <JobBar job={job} size="medium" />}
      <LinkedJobs job={job} />
      <ActionProblem error={pause.error} />
      {ended ? (
        <div className="flex flex-wrap gap-2">
          <NextActions job={job} size="small" onStarted={open} />
          <ReportDownloads job={job} />
        </div>
      ) : null}
    </div>
  );
}

function LiveActions({ job, pause }: { job: Job; pause: Pause }) {
  const t = useTranslations('batches');
  const mayControl = useMayDo('batch:control');
  const { open } = useProgressWindow();
  const [stopping, setStopping] = useState(false);
  const choices = stopChoices(job);
  return (
    <>
      <PauseButton pause={pause} className="min-w-32" />
      {mayControl && choices !== null ? (
        <Button icon={<CircleStop aria-hidden size={16} />} onPress={() => setStopping(true)}>
          {t('stop.open')}
        </Button>
      ) : null}
      {job.status === 'awaiting_confirmation' ? null : (
        <Button icon={<PictureInPicture2 aria-hidden size={16} />} onPress={() => open(job.id)}>
          {t('page.openWindow')}
        </Button>
      )}
      <StopDialog job={job} isOpen={stopping} onClose={() => setStopping(false)} />
    </>
  );
}
