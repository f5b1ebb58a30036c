'use client';

import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useMayDo } from '#components/api/use-me.ts';
import { useRuleSettings } from '#components/api/use-rule-settings.ts';
import { Link } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { CheckAgain } from './check-again.tsx';
import { RuleSettingsForm } from './rule-settings-form.tsx';

/** By which rules definitions are checked, and how the organisation of the person wants that. */
export function RulesPage() {
  const t = useTranslations('rules');
  const redaction = useTranslations('redaction.settings');
  const common = useTranslations('common');
  const mayStart = useMayDo('batch:start');
  const settings = useRuleSettings();
  return (
    <>
      <PageHeader title={t('title')} context={t('lead')} actions={mayStart ? <CheckAgain /> : null} />
      <p className="pb-4 text-sm">
        <Link href="/rules/redaction" className="text-accent underline underline-offset-4">
          {redaction('link')}
        </Link>
      </p>
      {settings.data ? (
        <RuleSettingsForm settings={settings.data} />
      ) : settings.error ? (
        <LoadError query={settings} />
      ) : (
        <SkeletonRows rows={8} label={common('loading')} />
      )}
    </>
  );
}
