'use client';

import { useQuery } from '@tanstack/react-query';
import type { Batch } from '#contract/batches.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** One batch with its jobs. Null: nothing is fetched. */
export function useBatch(id: string | null) {
  return useQuery({
    queryKey: queryKeys.batch(id ?? ''),
    queryFn: ({ signal }) => apiGet<Batch>(`/api/v1/batches/${id}`, {}, signal),
    enabled: id !== null,
  });
}
