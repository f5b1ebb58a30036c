'use client';

import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { useCodeText } from '#components/batches/use-code-text.ts';
import type { DefinitionFilterValues } from '#domain/definition-filter.ts';
import { scorePoints } from '#domain/score-points.ts';
import { FACETS, type Facet } from './use-definition-view.ts';
import { useFacetLabel } from './use-facet-label.ts';

export type FilterPart = {
  part: 'q' | 'deleted' | 'rule' | 'score' | 'failsIn' | 'job' | Facet;
  value: string;
  text: string;
};

/** A filter in words, part by part: "Status: Concept". */
export function useFilterWords(): (filter: DefinitionFilterValues) => FilterPart[] {
  const t = useTranslations('definitions');
  const quality = useTranslations('quality');
  const label = useFacetLabel();
  const codeText = useCodeText();
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
      const { rule, minScore, maxScore, failsIn, job } = filter;
      if (rule) words.push({ part: 'rule', value: rule, text: t('grid.ruleChip', { rule: codeText(rule) }) });
      if (minScore !== undefined || maxScore !== undefined) {
        const [from, to] = [minScore ?? 0, maxScore ?? 1].map((score) => String(scorePoints(score)));
        words.push({ part: 'score', value: 'score', text: t('grid.scoreChip', { from: from ?? '', to: to ?? '' }) });
      }
      if (failsIn)
        words.push({
          part: 'failsIn',
          value: failsIn,
          text: quality('failsIn', { category: quality(`category.${failsIn}`) }),
        });
      if (job) words.push({ part: 'job', value: job, text: t('grid.jobChip') });
      return words;
    },
    [t, quality, label, codeText],
  );
}
