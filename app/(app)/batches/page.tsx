import type { Metadata } from 'next';
import { Suspense } from 'react';
import { BatchesPage } from '#components/batches/batches-page.tsx';
import { titleMetadata } from '#components/i18n/title-metadata.ts';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('batches.title');
}

export default function Page() {
  return (
    <Suspense>
      <BatchesPage />
    </Suspense>
  );
}
