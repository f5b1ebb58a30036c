'use client';

import { useTranslations } from 'use-intl';
import { ProgressBar, type ProgressBarProps } from '#components/ui/progress-bar.tsx';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { barSegments } from './bar-segments.ts';
import { jobShare } from './job-share.ts';
import { useJobWords } from './use-job-words.ts';
import { hasNotBegun } from './wait-reason.ts';

export type JobBarProps = { job: Job; size?: ProgressBarProps['size'] };

/** How far a job is in its present phase; of a finished one, what became of its items. */
export function JobBar({ job, size = 'thick' }: JobBarProps) {
  const t = useTranslations('batches.bar');
  const words = useJobWords();
  const unknown = job.total === 0 || (job.phase === 'unpacking' && job.checked === 0);
  // Nothing moves in a job that waits: an empty bar, not one that goes to and fro.
  const still = unknown && (hasNotBegun(job) || job.status === 'paused');
  return (
    <ProgressBar
      label={t('label', { job: words.heading(job) })}
      total={unknown ? null : jobShare(job).total}
      segments={segmentsOf(job)}
      valueText={still ? t('notBegun') : unknown ? t('unknown') : words.valueText(job)}
      size={size}
      finished={still || isFinal(job.status)}
    />
  );
}

function segmentsOf(job: Job) {
  if (job.status !== 'rolling_back') return barSegments(job, job.phase);
  return [
    { tone: 'neutral' as const, value: job.rolledBack },
    { tone: 'warning' as const, value: job.rollbackConflict },
  ];
}
