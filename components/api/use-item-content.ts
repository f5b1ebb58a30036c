'use client';

import { useQuery } from '@tanstack/react-query';
import type { ItemContent } from '#contract/corrections.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** The fields of an item of an import as its file had them, or as somebody put them right. */
export function useItemContent(jobId: string, position: number) {
  return useQuery({
    queryKey: [...queryKeys.jobItem(jobId, position), 'content'],
    queryFn: ({ signal }) => apiGet<ItemContent>(`/api/v1/jobs/${jobId}/items/${position}/content`, {}, signal),
  });
}
