import type { Metadata } from 'next';
import { Suspense } from 'react';
import { DefinitionPage } from '#components/definitions/definition-page.tsx';
import { titleMetadata } from '#components/i18n/title-metadata.ts';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('definitions.title');
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Suspense>
      <DefinitionPage id={id} />
    </Suspense>
  );
}
