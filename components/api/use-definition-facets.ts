'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DefinitionFacets, DefinitionFilter } from '#contract/definitions.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** Values with counts for the filter bar, within `filter`. */
export function useDefinitionFacets(filter: Partial<DefinitionFilter> = {}) {
  return useQuery({
    queryKey: queryKeys.definitionFacets(filter),
    queryFn: ({ signal }) => apiGet<DefinitionFacets>('/api/v1/definitions/facets', filter, signal),
    placeholderData: keepPreviousData,
  });
}
