'use client';

import { useTranslations } from 'use-intl';
import { useMe } from '#components/api/use-me.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import type { RetentionPolicy } from '#contract/retention.ts';
import { momentOfCron } from './policy-draft.ts';

/** What a policy is about and when it starts, in words. */
export function usePolicyWords() {
  const t = useTranslations('retention');
  const statuses = useTranslations('statuses.definition');
  const classifications = useTranslations('statuses.classification');
  const format = useFormat();
  const mine = useMe().data?.clearance ?? 'openbaar';
  return {
    which: ({ ageOf, olderThanDays, status, classification, organisation }: RetentionPolicy['criteria']): string[] => [
      t(`which.${ageOf}`, { days: format.number(olderThanDays) }),
      ...(status.length > 0 ? [t('which.status', { list: status.map((one) => statuses(one)).join(', ') })] : []),
      ...(classification.length > 0
        ? [t('which.classification', { list: classification.map((one) => classifications(one)).join(', ') })]
        : []),
      ...(organisation.length > 0 ? [t('which.organisation', { list: organisation.join(', ') })] : []),
    ],
    /** What it does not see it leaves alone. */
    reach: ({ cron, changedBy, reach }: RetentionPolicy): string => {
      if (cron) return t('reach.schedule', { name: changedBy, classification: classifications(reach) });
      return t('reach.hand', { classification: classifications(mine) });
    },
    when: (cron: string | null): string => {
      const moment = momentOfCron(cron);
      return moment === 'other' ? t('when.other', { cron: cron ?? '' }) : t(`when.${moment}`);
    },
  };
}
