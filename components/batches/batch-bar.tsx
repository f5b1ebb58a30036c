'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { ProgressBar, type ProgressBarProps } from '#components/ui/progress-bar.tsx';
import type { Batch } from '#contract/batches.ts';
import { barSegments } from './bar-segments.ts';

export type BatchBarProps = { batch: Pick<Batch, 'name' | 'progress'>; size?: ProgressBarProps['size'] };

/** What became of the items of all jobs of a batch so far. */
export function BatchBar({ batch, size = 'medium' }: BatchBarProps) {
  const t = useTranslations('batches');
  const format = useFormat();
  const { progress } = batch;
  const known = progress.total > 0;
  const ended = progress.jobs.ended === progress.jobs.total;
  const jobs = t('several.ended', {
    ended: format.number(progress.jobs.ended),
    total: format.number(progress.jobs.total),
  });
  const items = t('bar.processed', { done: format.number(progress.processed), total: format.number(progress.total) });
  // Only what is running may go to and fro while nobody knows how much it is.
  const still = !known && progress.status !== 'running';
  return (
    <ProgressBar
      label={t('bar.batch', { name: batch.name })}
      total={known ? progress.total : null}
      segments={barSegments(progress, 'applying')}
      valueText={known ? `${items}, ${jobs}` : still ? t('bar.notBegun') : t('bar.unknown')}
      size={size}
      finished={ended || still}
    />
  );
}
