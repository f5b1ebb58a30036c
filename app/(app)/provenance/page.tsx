import type { Metadata } from 'next';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { ProvenancePage } from '#components/provenance/provenance-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('provenance.page.title');
}

export default function Page() {
  return <ProvenancePage />;
}
