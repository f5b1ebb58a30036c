import type { Metadata } from 'next';
import { titleMetadata } from '#components/i18n/title-metadata.ts';
import { NotificationSettingsPage } from '#components/notifications/notification-settings-page.tsx';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('notifications.preferences.title');
}

export default function Page() {
  return <NotificationSettingsPage />;
}
