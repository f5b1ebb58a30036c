import type { Metadata } from 'next';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { NotFoundPage } from '#components/shell/not-found-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('common.notFoundTitle');
}

export default function NotFound() {
  return (
    <main>
      <NotFoundPage />
    </main>
  );
}
