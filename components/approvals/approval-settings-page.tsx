'use client';

import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useApprovalSettings } from '#components/api/use-approvals.ts';
import { Card } from '#components/ui/card.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { ApprovalSettingsForm } from './approval-settings-form.tsx';

/** What waits for somebody else in the organisation of the person. */
export function ApprovalSettingsPage() {
  const t = useTranslations('approvals.settings');
  const common = useTranslations('common');
  const settings = useApprovalSettings();
  return (
    <>
      <PageHeader title={t('title')} context={t('lead')} />
      <p className="pb-4 text-sm">
        <Link href="/approvals" className="text-accent underline underline-offset-4">
          {t('back')}
        </Link>
      </p>
      <div className="flex max-w-prose flex-col gap-4">
        <Card title={t('always')}>
          <p className="text-sm">{t('alwaysText')}</p>
        </Card>
        {settings.data ? (
          // Another version begins anew: what one typed over an older one is not carried over.
          <ApprovalSettingsForm key={settings.data.version} settings={settings.data} />
        ) : settings.error ? (
          <LoadError query={settings} />
        ) : (
          <SkeletonRows rows={6} label={common('loading')} />
        )}
      </div>
    </>
  );
}
