'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '#components/i18n/use-format.ts';
import { CATEGORIES, CLASSIFICATIONS, DEFINITION_STATUSES } from '#domain/definition.ts';
import type { FieldWords } from './field-lines.ts';

/** Values of closed lists in the reader's language. A value that is not in its list is shown as it is. */
export function useFieldWords(): FieldWords {
  const t = useTranslations('definitions');
  const s = useTranslations('statuses');
  const { date } = useFormat();
  return useMemo(() => {
    const known = <T extends string>(list: readonly T[], value: string, word: (value: T) => string): string => {
      const found = list.find((entry) => entry === value);
      return found === undefined ? value : word(found);
    };
    return {
      category: (value) => known(CATEGORIES, value, (v) => s(`category.${v}`)),
      status: (value) => known(DEFINITION_STATUSES, value, (v) => s(`definition.${v}`)),
      classification: (value) => known(CLASSIFICATIONS, value, (v) => s(`classification.${v}`)),
      relation: (value) => t(`relation.${value}`),
      caseReference: (value) => t(`caseReference.${value}`),
      example: (value) => t(`example.${value}`),
      date,
    };
  }, [t, s, date]);
}
