'use client';

import { useLocale, useTranslations } from 'use-intl';
import { REGIONS, TIME_ZONE } from '#components/i18n/regions.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { wallClockAt } from '#domain/wall-clock.ts';

const DAY_MS = 24 * 3_600_000;

/** Moments as one thinks of them: "Vandaag", "Morgen", "ma 23-11-2026"; and with their time, "vandaag 06:00". */
export function useMomentWords() {
  const t = useTranslations('planning.upcoming');
  const format = useFormat();
  const locale = useLocale();
  const weekday = new Intl.DateTimeFormat(REGIONS[locale], { weekday: 'short', timeZone: TIME_ZONE });
  const day = (iso: string): string => {
    const away = dayNumber(new Date(iso)) - dayNumber(new Date());
    if (away === 0) return t('today');
    return away === 1 ? t('tomorrow') : `${weekday.format(new Date(iso))} ${format.date(iso)}`;
  };
  return { day, time: format.time, moment: (iso: string) => `${day(iso)} ${format.time(iso)}` };
}

function dayNumber(moment: Date): number {
  return Math.floor(wallClockAt(moment).getTime() / DAY_MS);
}
