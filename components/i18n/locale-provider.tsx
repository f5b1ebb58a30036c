'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { IntlProvider } from 'use-intl';
import type { Locale } from '#domain/locale.ts';
import type { Messages } from './messages.ts';
import { REGIONS, TIME_ZONE } from './regions.ts';

export type LocaleProviderProps = { locale: Locale; messages: Messages; children: ReactNode };

/** Words, dates and numbers for everything inside, React Aria's own words included. */
export function LocaleProvider({ locale, messages, children }: LocaleProviderProps) {
  const router = useRouter();
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={TIME_ZONE}>
      <I18nProvider locale={REGIONS[locale]}>
        <RouterProvider navigate={(href) => router.push(href)}>{children}</RouterProvider>
      </I18nProvider>
    </IntlProvider>
  );
}
