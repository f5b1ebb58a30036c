import type { Metadata } from 'next';
import { Suspense } from 'react';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { NotificationsPage } from '#components/notifications/notifications-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('notifications.title');
}

export default function Page() {
  return (
    <Suspense>
      <NotificationsPage />
    </Suspense>
  );
}
