'use client';

import { useTranslations } from 'use-intl';
import type { FormError } from './check-form.ts';

/** A field's error as a sentence; undefined when there is none. */
export function useErrorText(): (error: FormError | undefined) => string | undefined {
  const t = useTranslations('definitions.edit.errors');
  return (error) => {
    if (!error) return undefined;
    if ('text' in error) return error.text;
    return error.key === 'tooLong' ? t('tooLong', { limit: String(error.limit) }) : t(error.key);
  };
}
