import type { Metadata } from 'next';
import { Suspense } from 'react';
import { AuditPage } from '#components/audit/audit-page.tsx';
import { titleMetadata } from '#components/i18n/title-metadata.ts';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('audit.title');
}

export default function Page() {
  return (
    <Suspense>
      <AuditPage />
    </Suspense>
  );
}
