'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'use-intl';
import { keepPreference, LOCALE_COOKIE } from '#components/i18n/preferences.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { LOCALES, type Locale } from '#domain/locale.ts';

const NAMES = { nl: 'languageNl', en: 'languageEn' } as const satisfies Record<Locale, string>;

/** Changes the language at once, and for next time. */
export function LanguageMenu() {
  const t = useTranslations('shell');
  const locale = useLocale();
  const router = useRouter();
  const choose = (next: Locale) => {
    keepPreference(LOCALE_COOKIE, next);
    router.refresh();
  };
  return (
    <Menu
      label={t('language')}
      selected={locale}
      entries={LOCALES.map((id) => ({ id, label: t(NAMES[id]), onAction: () => choose(id) }))}
      trigger={
        <IconButton label={`${locale.toUpperCase()} (${t('language')}: ${t(NAMES[locale])})`} tooltip={false}>
          <span aria-hidden className="text-sm font-semibold uppercase">
            {locale}
          </span>
        </IconButton>
      }
    />
  );
}
