import type { Metadata } from 'next';
import { ApprovalsPage } from '#components/approvals/approvals-page.tsx';
import { titleMetadata } from '#components/i18n/title-metadata.ts';

export function generateMetadata(): Promise<Metadata> {
  return titleMetadata('redaction.approvals.title');
}

export default function Page() {
  return <ApprovalsPage />;
}
