'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ItemFacets } from '#contract/quality.ts';
import { apiGet, type Query } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** The values that the items of a job can be narrowed by, each with how many it gives while the other filters stay. */
export function useItemFacets(jobId: string, filter: Query) {
  return useQuery({
    queryKey: queryKeys.itemFacets(jobId, filter),
    queryFn: ({ signal }) => apiGet<ItemFacets>(`/api/v1/jobs/${jobId}/item-facets`, filter, signal),
    placeholderData: keepPreviousData,
  });
}
