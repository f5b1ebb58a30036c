import type { Metadata } from 'next';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { WebhooksPage } from '#components/webhooks/webhooks-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('webhooks.title');
}

export default function Page() {
  return <WebhooksPage />;
}
