'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useRedactionSettings } from '#components/api/use-redactions.ts';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { OwnTermsForm } from './own-terms-form.tsx';

/** The words of an organisation that lead to people or cases. */
export function OwnTermsPage() {
  const t = useTranslations('redaction.settings');
  const common = useTranslations('common');
  const problemText = useProblemText();
  const settings = useRedactionSettings();
  return (
    <>
      <PageHeader title={t('title')} context={t('lead')} />
      <p className="pb-4 text-sm">
        <Link href="/rules" className="text-accent underline underline-offset-4">
          {t('back')}
        </Link>
      </p>
      {settings.data ? (
        <OwnTermsForm settings={settings.data} />
      ) : settings.error ? (
        <ErrorState
          title={problemText(settings.error).title}
          action={<Button onPress={() => settings.refetch()}>{common('retry')}</Button>}
        >
          {problemText(settings.error).detail}
        </ErrorState>
      ) : (
        <SkeletonRows rows={6} label={common('loading')} />
      )}
    </>
  );
}
