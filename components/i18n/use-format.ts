'use client';

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { createFormats } from './formats.ts';

/** Dates, numbers, sizes and durations in the reader's language; times in Amsterdam. */
export function useFormat() {
  const locale = useLocale();
  const t = useTranslations('common.duration');
  return useMemo(() => {
    const formats = createFormats(locale);
    /** A span in words: "12 seconden", "3 minuten en 5 seconden". */
    const duration = (ms: number): string => {
      const seconds = Math.round(ms / 1000);
      if (seconds < 1) return t('lessThanSecond');
      if (seconds < 60) return t('seconds', { count: seconds });
      const minutes = Math.floor(seconds / 60);
      const [big, small] =
        minutes < 60
          ? [t('minutes', { count: minutes }), seconds % 60 && t('seconds', { count: seconds % 60 })]
          : [t('hours', { count: Math.floor(minutes / 60) }), minutes % 60 && t('minutes', { count: minutes % 60 })];
      return small ? t('and', { first: big, second: small }) : big;
    };
    /** How long still, rounded so that it does not flicker: "nog ongeveer 2 minuten". */
    const remaining = (seconds: number): string => {
      const rounded = seconds < 10 ? 10 : seconds < 60 ? Math.ceil(seconds / 10) * 10 : Math.ceil(seconds / 60) * 60;
      return t('about', { duration: duration(rounded * 1000) });
    };
    return { ...formats, duration, remaining };
  }, [locale, t]);
}
