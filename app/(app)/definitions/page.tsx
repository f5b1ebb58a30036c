import type { Metadata } from 'next';
import { Suspense } from 'react';
import { DefinitionsPage } from '#components/definitions/definitions-page.tsx';
import { titleMetadata } from '#components/i18n/title-metadata.ts';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('definitions.title');
}

export default function Page() {
  return (
    <Suspense>
      <DefinitionsPage />
    </Suspense>
  );
}
