'use client';

import { useQuery } from '@tanstack/react-query';
import type { Quality } from '#contract/quality.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** How good the items of a job are, as far as they were checked. */
export function useJobQuality(jobId: string) {
  return useQuery({
    queryKey: queryKeys.jobQuality(jobId),
    queryFn: ({ signal }) => apiGet<Quality>(`/api/v1/jobs/${jobId}/quality`, {}, signal),
  });
}

/** How good everything in use is. */
export function useCollectionQuality() {
  return useQuery({
    queryKey: queryKeys.collectionQuality,
    queryFn: ({ signal }) => apiGet<Quality>('/api/v1/definitions/quality', {}, signal),
  });
}
