import type { Metadata } from 'next';
import { Suspense } from 'react';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { MappingsPage } from '#components/import/mappings-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('import.mappings.title');
}

export default function Page() {
  return (
    <Suspense>
      <MappingsPage />
    </Suspense>
  );
}
