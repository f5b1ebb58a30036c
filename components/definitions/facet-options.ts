import type { DefinitionFacets } from '#contract/definitions.ts';
import { CATEGORIES, CLASSIFICATIONS, DEFINITION_STATUSES, VERDICTS, VISIBILITIES } from '#domain/definition.ts';
import type { Facet } from './use-definition-view.ts';

export type FacetOption = { value: string; count: number };

const ORDER: Partial<Record<Facet, readonly string[]>> = {
  status: DEFINITION_STATUSES,
  category: CATEGORIES,
  verdict: VERDICTS,
  classification: CLASSIFICATIONS,
  visibility: VISIBILITIES,
};

/**
 * The alternatives of one filter with their counts: closed lists in their own order, others most frequent first. What is
 * ticked stays in the list, with 0, when nothing matches it any more.
 */
export function facetOptions(
  facet: Facet,
  facets: DefinitionFacets | undefined,
  selected: readonly string[],
): FacetOption[] {
  const found = facets?.[facet] ?? [];
  const gone = selected.filter((value) => !found.some((option) => option.value === value));
  const options = [...found, ...gone.map((value) => ({ value, count: 0 }))];
  const order = ORDER[facet];
  return order ? options.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) : options;
}
