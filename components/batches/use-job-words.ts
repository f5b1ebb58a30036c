'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import type { Job } from '#contract/jobs.ts';
import { isLooking } from '#domain/progress.ts';
import { jobShare } from './job-share.ts';

/** What a job is called and how far it is, in words; the same in the window, the tray, the lists and the announcements. */
export function useJobWords() {
  const t = useTranslations('batches');
  const format = useFormat();
  return {
    /** "412 definities importeren" */
    heading: (job: Pick<Job, 'operation' | 'total'>): string =>
      job.total > 0 ? t(`heading.${job.operation}`, { count: job.total }) : t(`headingUnknown.${job.operation}`),
    /** A number a person can read out; the end of the id, since its start is the time and alike for all of today. */
    number: (job: Pick<Job, 'id'>): string => job.id.replaceAll('-', '').slice(-8),
    /** "35 per seconde"; a dash when there is nothing to say. */
    rate: (perSecond: number): string => {
      if (perSecond <= 0) return t('numbers.none');
      const rate = perSecond >= 10 ? format.number(Math.round(perSecond)) : format.decimal(perSecond);
      return t('numbers.perSecond', { rate });
    },
    /** "340 ms", "4,2 s", "3 min 5 s" */
    shortTime: (ms: number): string => {
      if (ms < 1_000) return t('numbers.milliseconds', { ms: format.decimal(ms) });
      if (ms < 60_000) return t('numbers.seconds', { seconds: format.decimal(ms / 1_000) });
      const seconds = Math.round(ms / 1_000);
      return t('numbers.minutes', { minutes: format.number(Math.floor(seconds / 60)), seconds: String(seconds % 60) });
    },
    /** "99,5%": never rounded up to 100 while something failed. */
    share: (share: number | null): string =>
      share === null ? t('numbers.none') : `${format.decimal(Math.floor(share * 1_000) / 10)}%`,
    /** "212 van 412 verwerkt, 3 mislukt"; of one that is taken back, how far that is. */
    valueText: (job: Job): string => {
      const total = format.number(job.total);
      if (job.status === 'rolling_back') {
        const share = jobShare(job);
        return t('bar.rolledBack', { done: format.number(share.done), total: format.number(share.total) });
      }
      if (isLooking(job.phase)) {
        return t(job.phase === 'comparing' ? 'bar.compared' : 'bar.checked', {
          done: format.number(job.checked),
          total,
        });
      }
      const text = t('bar.processed', { done: format.number(job.processed), total });
      return job.failed > 0 ? t('bar.withFailed', { text, failed: format.number(job.failed) }) : text;
    },
  };
}
