'use client';

import { useLocale, useTranslations } from 'use-intl';
import { REGIONS } from '#components/i18n/regions.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import type { Job } from '#contract/jobs.ts';
import { DEFINITION_STATUSES } from '#domain/definition.ts';
import { type PilesAfter, UPDATE_PARTS } from './plan-piles.ts';

export type PlanUpdateSentenceProps = { job: Pick<Job, 'options'>; piles: PilesAfter };

/** What an update will do, in one sentence: "38 definities krijgen de status “Vastgesteld” (12 met uw reden) en 3 zijn geblokkeerd." */
export function PlanUpdateSentence({ job, piles }: PlanUpdateSentenceProps) {
  const t = useTranslations('bulk.plan.part');
  const statuses = useTranslations('statuses.definition');
  const locale = useLocale();
  const format = useFormat();
  const status = DEFINITION_STATUSES.find((one) => one === job.options.status);
  const passing = (count: number): string => {
    const words = status ? t('passesTo', { count, status: statuses(status) }) : t('passes', { count });
    return piles.withReason > 0 ? t('passesWithReason', { words, count: format.number(piles.withReason) }) : words;
  };
  const parts = UPDATE_PARTS.filter((pile) => piles[pile] > 0).map((pile, index) => {
    const count = piles[pile];
    const words = pile === 'passes' ? passing(count) : t(pile, { count });
    return index === 0 ? t('first', { count, words }) : t('next', { count: format.number(count), words });
  });
  if (parts.length === 0) return <span>{t('nothing')}</span>;
  const list = new Intl.ListFormat(REGIONS[locale], { type: 'conjunction' });
  return <span>{t('sentence', { sentence: list.format(parts) })}</span>;
}
