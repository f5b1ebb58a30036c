import type { Metadata } from 'next';
import { AccountPage } from '#components/account/account-page.tsx';
import { titleMetadata } from '#components/i18n/title-metadata.ts';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('account.title');
}

export default function Page() {
  return <AccountPage />;
}
