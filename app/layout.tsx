import type { Metadata, Viewport } from 'next';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { LocaleProvider } from '#components/i18n/locale-provider.tsx';
import { messagesOf } from '#components/i18n/messages.ts';
import { requestLocale, requestTheme } from '#components/i18n/request-locale.ts';
import './globals.css';

export const metadata: Metadata = { title: 'Lexport', icons: { icon: '/icon.svg' } };

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme] = await Promise.all([requestLocale(), requestTheme()]);
  return (
    <html lang={locale} data-theme={theme}>
      <body>
        <NuqsAdapter>
          <LocaleProvider locale={locale} messages={messagesOf(locale)}>
            {children}
          </LocaleProvider>
        </NuqsAdapter>
      </body>
    </html>
  );
}
