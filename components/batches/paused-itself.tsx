'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Banner } from '#components/ui/banner.tsx';
import type { Job } from '#contract/jobs.ts';
import { findingText } from '#domain/finding-texts.ts';

/** Why a job paused itself and what that means; nothing for one that a person paused. */
export function PausedItself({ job }: { job: Pick<Job, 'status' | 'problem'> }) {
  const t = useTranslations('batches.pause');
  const locale = useLocale();
  if (job.status !== 'paused' || !job.problem) return null;
  const { message, advice } = findingText({ code: job.problem.code, params: { ...job.problem.params } }, locale);
  return (
    <Banner tone="warning" title={t('itselfTitle')}>
      <p>{message}</p>
      <p>{advice}</p>
    </Banner>
  );
}
