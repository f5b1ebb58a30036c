import type { Metadata } from 'next';
import { VerificationPage } from '#components/audit/verification-page.tsx';
import { titleMetadata } from '#components/i18n/title-metadata.ts';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('verification.title');
}

export default function Page() {
  return <VerificationPage />;
}
