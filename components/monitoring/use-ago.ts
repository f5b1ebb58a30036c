'use client';

import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';

/** "zojuist", "12 seconden geleden" */
export function useAgo(): (seconds: number) => string {
  const t = useTranslations('monitoring');
  const format = useFormat();
  return (seconds) => (seconds < 2 ? t('justNow') : t('ago', { duration: format.duration(seconds * 1_000) }));
}
