import type { Metadata } from 'next';
import { Suspense } from 'react';
import { SourcesPage } from '#components/history/sources-page.tsx';
import { titleMetadata } from '#components/i18n/title-metadata.ts';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('history.files.title');
}

export default function Page() {
  return (
    <Suspense>
      <SourcesPage />
    </Suspense>
  );
}
