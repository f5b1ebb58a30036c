import type { Metadata } from 'next';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { ProofsPage } from '#components/provenance/proofs-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('provenance.proofs.title');
}

export default function Page() {
  return <ProofsPage />;
}
