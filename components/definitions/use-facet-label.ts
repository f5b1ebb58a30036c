'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { CATEGORIES, DEFINITION_STATUSES, VERDICTS } from '#domain/definition.ts';
import type { Facet } from './use-definition-view.ts';

/** A filter value in words: those of closed lists in the reader's language, the others as they were written. */
export function useFacetLabel(): (facet: Facet, value: string) => string {
  const t = useTranslations('statuses');
  return useCallback(
    (facet, value) => {
      const status = facet === 'status' && DEFINITION_STATUSES.find((known) => known === value);
      if (status) return t(`definition.${status}`);
      const category = facet === 'category' && CATEGORIES.find((known) => known === value);
      if (category) return t(`category.${category}`);
      const verdict = facet === 'verdict' && VERDICTS.find((known) => known === value);
      return verdict ? t(`verdict.${verdict}`) : value;
    },
    [t],
  );
}
