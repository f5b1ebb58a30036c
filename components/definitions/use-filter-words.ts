'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { DefinitionFilterValues } from '#domain/definition-filter.ts';
import { FACETS, type Facet } from './use-definition-view.ts';
import { useFacetLabel } from './use-facet-label.ts';

export type FilterPart = { part: 'q' | 'deleted' | Facet; value: string; text: string };

/** A filter in words, part by part: "Status: Concept". */
export function useFilterWords(): (filter: DefinitionFilterValues) => FilterPart[] {
  const t = useTranslations('definitions');
  const label = useFacetLabel();
  return useCallback(
    (filter) => {
      const q = filter.q?.trim();
      const words: FilterPart[] = filter.deleted ? [{ part: 'deleted', value: 'true', text: t('grid.deleted') }] : [];
      if (q) words.push({ part: 'q', value: q, text: t('grid.searchChip', { q }) });
      for (const facet of FACETS) {
        for (const value of filter[facet] ?? []) {
          const text = t('grid.facetChip', { facet: t(`facet.${facet}`), value: label(facet, value) });
          words.push({ part: facet, value, text });
        }
      }
      return words;
    },
    [t, label],
  );
}
