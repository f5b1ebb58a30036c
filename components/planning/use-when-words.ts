'use client';

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { REGIONS } from '#components/i18n/regions.ts';
import { whenOf } from './when.ts';

/** The days of the week in the reader's language, from Monday; 2026-11-23 is one. */
export function useWeekdays(): string[] {
  const locale = useLocale();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(REGIONS[locale], { weekday: 'long', timeZone: 'UTC' });
    return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2026, 10, 23 + index)));
  }, [locale]);
}

/** A cron expression in words: "elke werkdag om 06:00". One without usual words is named as it is. */
export function useWhenWords(): (cron: string) => string {
  const t = useTranslations('planning.when');
  const locale = useLocale();
  const weekdays = useWeekdays();
  return (cron) => {
    const when = whenOf(cron);
    if (when.kind === 'cron') return t('cron', { cron });
    if (when.kind === 'minutes') return t('minutes', { every: when.every });
    if (when.kind === 'hourly')
      return when.minute === 0 ? t('onTheHour') : t('hourly', { minute: String(when.minute) });
    const { time } = when;
    if (when.kind === 'weekly') {
      const days = when.days.map((day) => weekdays[day - 1] ?? '');
      return t('weekly', { days: new Intl.ListFormat(REGIONS[locale]).format(days), time });
    }
    if (when.kind !== 'monthly') return t(when.kind, { time });
    return when.day === 'last' ? t('monthlyLast', { time }) : t('monthly', { day: String(when.day), time });
  };
}
