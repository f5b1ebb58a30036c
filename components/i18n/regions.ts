import type { Locale } from '#domain/locale.ts';

export const TIME_ZONE = 'Europe/Amsterdam';

/** What Intl and React Aria call our languages. */
export const REGIONS: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' };
