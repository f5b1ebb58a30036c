import type { Metadata } from 'next';
import { ApprovalSettingsPage } from '#components/approvals/approval-settings-page.tsx';
import { titleMetadata } from '#components/i18n/title-metadata.ts';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('approvals.settings.title');
}

export default function Page() {
  return <ApprovalSettingsPage />;
}
