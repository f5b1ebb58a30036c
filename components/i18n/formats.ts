import type { Locale } from '#domain/locale.ts';
import { REGIONS, TIME_ZONE } from './regions.ts';

const TWO = '2-digit';
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/**
 * Formats without words. Dates are dd-mm-jjjj in both languages, since a date must not change its meaning with the language.
 * Every function takes what the API sends: ISO 8601 texts, numbers, bytes (in steps of 1 000).
 */
export function createFormats(locale: Locale) {
  const region = REGIONS[locale];
  const day = new Intl.DateTimeFormat('nl-NL', { day: TWO, month: TWO, year: 'numeric', timeZone: TIME_ZONE });
  const minute = new Intl.DateTimeFormat('nl-NL', { hour: TWO, minute: TWO, timeZone: TIME_ZONE });
  const second = new Intl.DateTimeFormat('nl-NL', { hour: TWO, minute: TWO, second: TWO, timeZone: TIME_ZONE });
  const plain = new Intl.NumberFormat(region);
  const oneDigit = new Intl.NumberFormat(region, { maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(region, { style: 'percent', maximumFractionDigits: 0 });

  const date = (iso: string): string => day.format(new Date(iso));
  return {
    /** 22-11-2026 */
    date,
    /** 14:05 */
    time: (iso: string): string => minute.format(new Date(iso)),
    /** 22-11-2026 14:05 */
    dateTime: (iso: string): string => `${date(iso)} ${minute.format(new Date(iso))}`,
    /** 22-11-2026 14:05:09 */
    dateTimeSeconds: (iso: string): string => `${date(iso)} ${second.format(new Date(iso))}`,
    /** 1.234 */
    number: (value: number): string => plain.format(value),
    /** 1.234,5 */
    decimal: (value: number): string => oneDigit.format(value),
    /** 0.64 becomes 64% */
    percent: (value: number): string => share.format(value),
    /** 12,4 MB */
    bytes: (size: number): string => {
      const step = size < 1 ? 0 : Math.min(Math.floor(Math.log10(size) / 3), UNITS.length - 1);
      return `${oneDigit.format(size / 1000 ** step)} ${UNITS[step]}`;
    },
  };
}
