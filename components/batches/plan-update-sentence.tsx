'use client';

import { useLocale, useTranslations } from 'use-intl';
import { REGIONS } from '#components/i18n/regions.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { DEFINITION_STATUSES } from '#domain/definition.ts';
import { UPDATE_PARTS, type UpdateCounts } from './plan-piles.ts';

export type PlanUpdateSentenceProps = {
  counts: UpdateCounts;
  /** The status that is aimed at, as the options of the job have it. */
  status?: unknown;
};

/** What an update will do, in one sentence: "38 definities krijgen de status “Vastgesteld” (12 met uw reden) en 3 zijn geblokkeerd." */
export function PlanUpdateSentence({ counts, status: aim }: PlanUpdateSentenceProps) {
  const t = useTranslations('bulk.plan.part');
  const statuses = useTranslations('statuses.definition');
  const locale = useLocale();
  const format = useFormat();
  const status = DEFINITION_STATUSES.find((one) => one === aim);
  const withReason = counts.withReason ?? 0;
  const passing = (count: number): string => {
    const words = status ? t('passesTo', { count, status: statuses(status) }) : t('passes', { count });
    return withReason > 0 ? t('passesWithReason', { words, count: format.number(withReason) }) : words;
  };
  const said = UPDATE_PARTS.flatMap((part) => {
    const count = counts[part] ?? 0;
    return count > 0 ? [{ count, words: part === 'passes' ? passing(count) : t(part, { count }) }] : [];
  });
  if (said.length === 0) return <span>{t('nothing')}</span>;
  const list = new Intl.ListFormat(REGIONS[locale], { type: 'conjunction' });
  const parts = said.map(({ count, words }, index) =>
    index === 0 ? t('first', { count, words }) : t('next', { count: format.number(count), words }),
  );
  return <span>{t('sentence', { sentence: list.format(parts) })}</span>;
}
