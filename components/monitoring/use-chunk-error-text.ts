'use client';

import { useTranslations } from 'use-intl';

/** What an attempt failed of, in words; a code nobody wrote words for is named. */
export function useChunkErrorText(): (code: string) => string {
  const t = useTranslations('monitoring.sqlstate');
  return (code) => {
    // The codes come from the server, so that their keys cannot be checked when this is compiled.
    const known = code as 'other';
    return /^\w+$/.test(code) && code !== 'other' && t.has(known) ? t(known, { code }) : t('other', { code });
  };
}
