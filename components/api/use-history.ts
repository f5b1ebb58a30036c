'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Origin, SourcePage } from '#contract/history.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** What batches did with a definition, newest first. */
export function useOrigins(definitionId: string) {
  return useQuery({
    queryKey: queryKeys.origins(definitionId),
    queryFn: ({ signal }) => apiGet<{ items: Origin[] }>(`/api/v1/definitions/${definitionId}/origins`, {}, signal),
  });
}

export type SourceListQuery = { sha256?: string | undefined; q?: string | undefined; cursor?: string | undefined };

/** The files that came in, newest first. */
export function useSources(query: SourceListQuery) {
  return useQuery({
    queryKey: queryKeys.sources(query),
    queryFn: ({ signal }) => apiGet<SourcePage>('/api/v1/uploads', query, signal),
    placeholderData: keepPreviousData,
  });
}
