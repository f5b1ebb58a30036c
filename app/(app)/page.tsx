import type { Metadata } from 'next';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { OverviewPage } from '#components/overview/overview-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('overview.title');
}

export default function Page() {
  return <OverviewPage />;
}
