'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Batch } from '#contract/batches.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** Asks for a batch as it is at this moment, for something that happens once and is not shown on the page. */
export function useFetchBatch(): (id: string) => Promise<Batch> {
  const cache = useQueryClient();
  return useCallback(
    (id) =>
      cache.fetchQuery({
        queryKey: queryKeys.batch(id),
        queryFn: ({ signal }) => apiGet<Batch>(`/api/v1/batches/${id}`, {}, signal),
        staleTime: 0,
      }),
    [cache],
  );
}
