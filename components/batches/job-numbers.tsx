'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { Stat } from '#components/ui/card.tsx';
import type { Job } from '#contract/jobs.ts';
import { WORKING_STATUSES } from '#domain/job-status.ts';
import { useJobWords } from './use-job-words.ts';
import { useNow } from './use-now.ts';

/** Rate, time and chunks of a job at work. What is not known yet is a dash: nothing appears and vanishes. */
export function JobNumbers({ job }: { job: Job }) {
  const t = useTranslations('batches.numbers');
  const format = useFormat();
  const words = useJobWords();
  const now = useNow(WORKING_STATUSES.includes(job.status));
  const elapsed = job.startedAt ? Math.max(0, now - Date.parse(job.startedAt)) : null;
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-[5fr_6fr_5fr_4fr]">
      <Stat label={t('rate')} value={<Small>{words.rate(job.throughput)}</Small>} />
      <Stat
        label={t('left')}
        value={<Small>{job.etaSeconds === null ? t('none') : format.remaining(job.etaSeconds)}</Small>}
      />
      <Stat label={t('elapsed')} value={<Small>{elapsed === null ? t('none') : format.duration(elapsed)}</Small>} />
      <Stat
        label={t('chunk')}
        value={
          <Small>
            {job.chunks.total > 0
              ? t('chunkOf', { done: format.number(job.chunks.done), total: format.number(job.chunks.total) })
              : t('none')}
          </Small>
        }
      />
    </dl>
  );
}

/** These are sentences as often as numbers, so they are set like text. */
function Small({ children }: { children: string }) {
  return <span className="block text-sm leading-6 font-medium">{children}</span>;
}
