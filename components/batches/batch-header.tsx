'use client';

import { CircleStop, PictureInPicture2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMayDo } from '#components/api/use-me.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { JobStatusBadge } from '#components/statuses/job-status-badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Batch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { JobBar } from './job-bar.tsx';
import { NextActions } from './next-actions.tsx';
import { ReportDownloads } from './report-downloads.tsx';
import { stopChoices } from './stop-choices.ts';
import { StopDialog } from './stop-dialog.tsx';
import { useJobWords } from './use-job-words.ts';
import { useProgressWindow } from './use-progress-window.tsx';

/** Name, state and bar of a batch, and what one can do with it now. */
export function BatchHeader({ batch, job }: { batch: Batch; job: Job }) {
  const t = useTranslations('batches.page');
  const format = useFormat();
  const words = useJobWords();
  const { open } = useProgressWindow();
  const ended = isFinal(job.status);
  return (
    <div className="flex flex-col gap-3 pb-5">
      <div className="-mb-5">
        <PageHeader title={batch.name} actions={ended ? null : <LiveActions job={job} />} />
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-muted">
        <JobStatusBadge status={job.status} />
        <span>
          {t('context', {
            number: words.number(job),
            person: batch.createdBy.name,
            when: format.dateTime(batch.createdAt),
          })}
        </span>
      </p>
      {job.status === 'awaiting_confirmation' ? null : <JobBar job={job} size="medium" />}
      {ended ? (
        <div className="flex flex-wrap gap-2">
          <NextActions job={job} size="small" onStarted={open} />
          <ReportDownloads job={job} />
        </div>
      ) : null}
    </div>
  );
}

function LiveActions({ job }: { job: Job }) {
  const t = useTranslations('batches');
  const mayControl = useMayDo('batch:control');
  const { open } = useProgressWindow();
  const [stopping, setStopping] = useState(false);
  const choices = stopChoices(job);
  return (
    <>
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
