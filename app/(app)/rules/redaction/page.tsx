import type { Metadata } from 'next';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { OwnTermsPage } from '#components/redaction/own-terms-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('redaction.settings.title');
}

export default function Page() {
  return <OwnTermsPage />;
}
