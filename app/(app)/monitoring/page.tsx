import type { Metadata } from 'next';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { MonitoringPage } from '#components/monitoring/monitoring-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('monitoring.title');
}

export default function Page() {
  return <MonitoringPage />;
}
