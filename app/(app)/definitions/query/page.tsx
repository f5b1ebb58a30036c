import type { Metadata } from 'next';
import { Suspense } from 'react';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { QueryPage } from '#components/query/query-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('query.title');
}

export default function Page() {
  return (
    <Suspense>
      <QueryPage />
    </Suspense>
  );
}
