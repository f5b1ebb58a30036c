import type { Metadata } from 'next';
import { Suspense } from 'react';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { ImportPage } from '#components/import/import-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('import.title');
}

export default function Page() {
  return (
    <Suspense>
      <ImportPage />
    </Suspense>
  );
}
