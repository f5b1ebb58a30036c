import type { Metadata } from 'next';
import { Suspense } from 'react';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { WebhookPage } from '#components/webhooks/webhook-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('webhooks.title');
}

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Suspense>
      <WebhookPage id={id} />
    </Suspense>
  );
}
