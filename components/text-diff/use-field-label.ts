'use client';

import { useCallback } from 'react';
import { useLocale } from 'use-intl';
import { fieldLabel } from '#domain/field-labels.ts';

/** The name of a field as the start of a line: "Juridische context". */
export function useFieldLabel(): (field: string) => string {
  const locale = useLocale();
  return useCallback(
    (field) => {
      const label = fieldLabel(field, locale);
      return label.charAt(0).toUpperCase() + label.slice(1);
    },
    [locale],
  );
}
