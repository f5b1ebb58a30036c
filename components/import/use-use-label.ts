'use client';

import { useLocale, useTranslations } from 'use-intl';
import { fieldLabel } from '#domain/field-labels.ts';

/** What a use of a column is called. */
export function useUseLabel(): (use: string) => string {
  const t = useTranslations('import.mapping.uses');
  const locale = useLocale();
  return (use) => {
    const key = use.replace('.', '_');
    if (t.has(key as never)) return t(key as never);
    const label = fieldLabel(use, locale);
    return label.charAt(0).toUpperCase() + label.slice(1);
  };
}
