'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Item } from '#contract/jobs.ts';
import type { ItemFilter } from '#domain/item-filter.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

export type ItemListQuery = ItemFilter & { cursor?: string | undefined; limit?: number | undefined };

export type ItemPage = { items: Item[]; nextCursor: string | null; previousCursor: string | null; total: number };

/** A page of a job's items with outcome, decision and findings. Null: nothing is fetched. */
export function useJobItems(jobId: string | null, query: ItemListQuery = {}) {
  return useQuery({
    queryKey: queryKeys.jobItemList(jobId ?? '', query),
    queryFn: ({ signal }) => apiGet<ItemPage>(`/api/v1/jobs/${jobId}/items`, query, signal),
    enabled: jobId !== null,
    placeholderData: keepPreviousData,
  });
}
