'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import type { Toast } from '#components/ui/toasts.tsx';
import type { Batch } from '#contract/batches.ts';

/** What to say of a batch of which all jobs have ended; null while one has not. */
export function useBatchEnded(): (batch: Batch) => Toast | null {
  const t = useTranslations('batches.say');
  const statuses = useTranslations('statuses.job');
  const format = useFormat();
  return ({ name, progress }) => {
    const { jobs, status, succeeded, failed } = progress;
    if (jobs.ended < jobs.total) return null;
    const counts = { succeeded: format.number(succeeded), failed: format.number(failed) };
    return {
      tone: status === 'failed' ? 'danger' : 'info',
      title: name,
      text: t('batchEnded', { count: jobs.total, status: statuses(status), ...counts }),
    };
  };
}
