import type { Metadata } from 'next';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { RetentionPage } from '#components/retention/retention-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('retention.title');
}

export default function Page() {
  return <RetentionPage />;
}
