'use client';

import { useLocale } from 'use-intl';
import type { ClosedField } from '#domain/read-choices.ts';
import { CATEGORY_NAMES, DEFINITION_STATUS_NAMES } from '#domain/value-names.ts';

const NAMES: Readonly<Record<string, Readonly<Record<string, { nl: string; en: string }>>>> = {
  category: CATEGORY_NAMES,
  status: DEFINITION_STATUS_NAMES,
};

/** What a value of a closed list is called. */
export function useValueName(): (field: ClosedField, value: string) => string {
  const locale = useLocale();
  return (field, value) => NAMES[field]?.[value]?.[locale] ?? value;
}
