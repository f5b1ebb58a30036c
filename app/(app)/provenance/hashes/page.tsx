import type { Metadata } from 'next';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { HashesPage } from '#components/provenance/hashes-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('provenance.hashes.title');
}

export default function Page() {
  return <HashesPage />;
}
