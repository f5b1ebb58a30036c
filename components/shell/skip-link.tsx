'use client';

import { useTranslations } from 'use-intl';

/** The first stop of the Tab key: past the navigation. */
export function SkipLink() {
  const t = useTranslations('common');
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-70 -translate-y-20 rounded-md bg-accent px-4 py-2 text-sm font-medium text-accent-ink focus:translate-y-0"
    >
      {t('skipToContent')}
    </a>
  );
}
