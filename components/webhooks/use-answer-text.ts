'use client';

import { useTranslations } from 'use-intl';
import type { DeliveryAttempt } from '#contract/webhooks.ts';

/** What came of an attempt in one line: "200", "500 · Geweigerd door de ontvanger", "Duurde te lang". */
export function useAnswerText(): (attempt: DeliveryAttempt) => string {
  const t = useTranslations('webhooks.deliveries');
  return ({ responseStatus, problem, durationMs }) => {
    if (durationMs === null) return t('cut');
    const words = problem ? t(`problems.${problem}`) : null;
    return [responseStatus, words].filter((part) => part !== null).join(' · ') || t('noAnswer');
  };
}
