import type { Metadata } from 'next';
import { Suspense } from 'react';
import { BatchPage } from '#components/batches/batch-page.tsx';
import { titleMetadata } from '#components/i18n/title-metadata.ts';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('batches.title');
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Suspense>
      <BatchPage id={id} />
    </Suspense>
  );
}
