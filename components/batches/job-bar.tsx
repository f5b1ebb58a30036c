'use client';

import { useTranslations } from 'use-intl';
import { ProgressBar, type ProgressBarProps } from '#components/ui/progress-bar.tsx';
import type { Job } from '#contract/jobs.ts';
import { isFinal } from '#domain/job-status.ts';
import { barSegments } from './bar-segments.ts';
import { useJobWords } from './use-job-words.ts';

export type JobBarProps = { job: Job; size?: ProgressBarProps['size'] };

/** How far a job is in its present phase; of a finished one, what became of its items. */
export function JobBar({ job, size = 'thick' }: JobBarProps) {
  const t = useTranslations('batches.bar');
  const words = useJobWords();
  const unknown = job.total === 0 || (job.phase === 'unpacking' && job.checked === 0);
  return (
    <ProgressBar
      label={t('label', { job: words.heading(job) })}
      total={unknown ? null : job.total}
      segments={barSegments(job, job.phase)}
      valueText={unknown ? t('unknown') : words.valueText(job)}
      size={size}
      finished={isFinal(job.status)}
    />
  );
}
