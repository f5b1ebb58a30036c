import type { Metadata } from 'next';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { RulesPage } from '#components/rules/rules-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('rules.title');
}

export default function Page() {
  return <RulesPage />;
}
