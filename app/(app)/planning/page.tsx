import type { Metadata } from 'next';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { PlanningPage } from '#components/planning/planning-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('planning.title');
}

export default function Page() {
  return <PlanningPage />;
}
