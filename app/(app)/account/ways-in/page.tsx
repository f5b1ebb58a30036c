import type { Metadata } from 'next';
import { WaysInPage } from '#components/account/ways-in-page.tsx';
import { titleMetadata } from '#components/i18n/title-metadata.ts';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('account.waysIn.title');
}

export default function Page() {
  return <WaysInPage />;
}
