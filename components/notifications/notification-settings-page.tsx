'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LoadError } from '#components/api/load-error.tsx';
import { useChangeNotificationSettings, useNotificationSettings } from '#components/api/use-notification-settings.ts';
import { useProblemText } from '#components/api/use-problem-text.ts';
import { useFormat } from '#components/i18n/use-format.ts';
import { PageTitle } from '#components/shell/page-title.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Select } from '#components/ui/select.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { showToast } from '#components/ui/toasts.tsx';
import type { NotificationSettings } from '#contract/notifications.ts';
import { LOCALES } from '#domain/locale.ts';
import { allChoices } from '#domain/notification-choices.ts';
import { ChoiceTable } from './choice-table.tsx';

/** Which events a person hears of, and by what. */
export function NotificationSettingsPage() {
  const t = useTranslations('notifications.preferences');
  const common = useTranslations('common');
  const settings = useNotificationSettings();
  return (
    <>
      <PageTitle title={t('title')} />
      <PageHeader title={t('title')} context={t('lead')} />
      {settings.isPending ? <SkeletonRows rows={8} label={common('loading')} /> : null}
      {settings.isError ? <LoadError query={settings} /> : null}
      {settings.data ? <SettingsForm settings={settings.data} /> : null}
    </>
  );
}

function SettingsForm({ settings }: { settings: NotificationSettings }) {
  const t = useTranslations('notifications.preferences');
  const shell = useTranslations('shell');
  const problemText = useProblemText();
  const change = useChangeNotificationSettings();
  const [choices, setChoices] = useState(settings.choices);
  const [locale, setLocale] = useState(settings.locale);
  const save = (tryAddressAgain = false) =>
    change.mutate(
      { locale, choices, tryAddressAgain },
      { onSuccess: () => showToast({ tone: 'success', title: t('saved') }) },
    );
  return (
    <form
      className="flex max-w-3xl flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <EmailState email={settings.email} pending={change.isPending} onTryAgain={() => save(true)} />
      <ChoiceTable choices={choices} onChange={setChoices} />
      <Select
        label={t('locale')}
        description={t('address', { address: settings.email.address })}
        options={LOCALES.map((value) => ({ value, label: shell(value === 'nl' ? 'languageNl' : 'languageEn') }))}
        value={locale}
        onChange={setLocale}
        className="[&>button]:max-w-xs"
      />
      {change.isError ? (
        <Banner tone="danger" role="alert" title={problemText(change.error).title}>
          {problemText(change.error).detail}
        </Banner>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={change.isPending}>
          {t('save')}
        </Button>
        <Button variant="quiet" onPress={() => setChoices(allChoices({}))}>
          {t('reset')}
        </Button>
      </div>
    </form>
  );
}

type EmailStateProps = { email: NotificationSettings['email']; pending: boolean; onTryAgain: () => void };

function EmailState({ email: { address, available, refused }, pending, onTryAgain }: EmailStateProps) {
  const t = useTranslations('notifications.preferences');
  const format = useFormat();
  if (!available)
    return (
      <Banner tone="info" title={t('offTitle')}>
        {t('off')}
      </Banner>
    );
  if (!refused) return null;
  return (
    <Banner
      tone="warning"
      title={t('refusedTitle', { address })}
      action={
        <Button size="small" pending={pending} onPress={onTryAgain}>
          {t('tryAgain')}
        </Button>
      }
    >
      {t('refused', { at: format.dateTime(refused.at), answer: refused.answer })}
    </Banner>
  );
}
