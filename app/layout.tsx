import type { Metadata, Viewport } from 'next';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { LocaleProvider } from '#components/i18n/locale-provider.tsx';
import { messagesOf } from '#components/i18n/messages.ts';
import { requestLocale, requestNonce, requestTheme } from '#components/i18n/request-locale.ts';
import './globals.css';

export const metadata: Metadata = { title: 'Lexport', icons: { icon: '/icon.svg' } };

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme, nonce] = await Promise.all([requestLocale(), requestTheme(), requestNonce()]);
  return (
    <html lang={locale} data-theme={theme}>
      <head>
        {/* Where React Aria looks for it, for the two styles it adds. A browser shows no `nonce` to anything but scripts. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        {/* Before the first schema is made: zod would try whether it may evaluate code, and the policy would report that. */}
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a text of ours
          dangerouslySetInnerHTML={{ __html: 'globalThis.__zod_globalConfig={jitless:true}' }}
        />
      </head>
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
