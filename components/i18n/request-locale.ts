import { cookies, headers } from 'next/headers';
import { createTranslator } from 'use-intl/core';
import type { Locale } from '#domain/locale.ts';
import { messagesOf } from './messages.ts';
import { LOCALE_COOKIE, localeOf, THEME_COOKIE, type Theme, themeOf } from './preferences.ts';

/** The language this request asks for. Server components only. */
export async function requestLocale(): Promise<Locale> {
  return localeOf((await cookies()).get(LOCALE_COOKIE)?.value);
}

/** The theme this request asks for. Server components only. */
export async function requestTheme(): Promise<Theme> {
  return themeOf((await cookies()).get(THEME_COOKIE)?.value);
}

/** The number that lets a style or a script into this page; see server/http/guard-page.ts. Server components only. */
export async function requestNonce(): Promise<string | undefined> {
  return (await headers()).get('x-nonce') ?? undefined;
}

/** A translator for titles made on the server: `(await serverTranslator())('shell.audit')`. */
export async function serverTranslator() {
  const locale = await requestLocale();
  return createTranslator({ locale, messages: messagesOf(locale) });
}
