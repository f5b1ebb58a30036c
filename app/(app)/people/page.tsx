import type { Metadata } from 'next';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { PeoplePage } from '#components/people/people-page.tsx';
import { Allowed } from '#components/shell/allowed.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('people.title');
}

export default function Page() {
  return (
    <Allowed action="person:read">
      <PeoplePage />
    </Allowed>
  );
}
