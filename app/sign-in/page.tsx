import type { Metadata } from 'next';
import { Suspense } from 'react';
import { QueryProvider } from '#components/api/query-provider.tsx';
import { requestTheme } from '#components/i18n/request-locale.ts';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { SignInPage } from '#components/sign-in/sign-in-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('signIn.title');
}

export default async function Page() {
  const theme = await requestTheme();
  return (
    <QueryProvider>
      <Suspense>
        <SignInPage theme={theme} />
      </Suspense>
    </QueryProvider>
  );
}
