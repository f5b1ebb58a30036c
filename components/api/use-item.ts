'use client';

import { useQuery } from '@tanstack/react-query';
import type { ItemDetail } from '#contract/jobs.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** One item with both sides: what the file says and what is there. Null for either: nothing is fetched. */
export function useItem(jobId: string | null, position: number | null) {
  return useQuery({
    queryKey: queryKeys.jobItem(jobId ?? '', position ?? -1),
    queryFn: ({ signal }) => apiGet<ItemDetail>(`/api/v1/jobs/${jobId}/items/${position}`, {}, signal),
    enabled: jobId !== null && position !== null,
  });
}
