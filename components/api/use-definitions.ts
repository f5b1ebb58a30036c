'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DefinitionFilter, DefinitionPage, SORTS } from '#contract/definitions.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

export type DefinitionSort = (typeof SORTS)[number];

export type DefinitionListQuery = Partial<DefinitionFilter> & {
  sort?: DefinitionSort | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};

/** A page of the grid. While the next one is fetched the last one stays (`isPlaceholderData`). */
export function useDefinitions(query: DefinitionListQuery) {
  return useQuery({
    queryKey: queryKeys.definitionList(query),
    queryFn: ({ signal }) => apiGet<DefinitionPage>('/api/v1/definitions', query, signal),
    placeholderData: keepPreviousData,
  });
}
