import { LOCALES, type Locale } from '#domain/locale.ts';

export const LOCALE_COOKIE = 'lexport-locale';
export const THEME_COOKIE = 'lexport-theme';
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const A_YEAR_IN_SECONDS = 31_536_000;

/** The language of a cookie's value; Dutch when it has none. */
export function localeOf(value: string | undefined): Locale {
  return LOCALES.find((locale) => locale === value) ?? 'nl';
}

/** The theme of a cookie's value; that of the system when it has none. */
export function themeOf(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system';
}

/** Keeps a preference for a year on this device. Browser only. */
export function keepPreference(cookie: typeof LOCALE_COOKIE | typeof THEME_COOKIE, value: Locale | Theme): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we support
  document.cookie = `${cookie}=${value}; path=/; max-age=${A_YEAR_IN_SECONDS}; samesite=lax`;
}
