'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ItemContent, ItemCorrection } from '#contract/corrections.ts';
import { apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

export type CorrectItem = { position: number; revision: number; correction: ItemCorrection };

/** Puts an item right; `item_changed` when somebody else was first. The plan and its counts follow. */
export function useCorrectItem(jobId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ position, revision, correction }: CorrectItem) =>
      apiSend<ItemContent>('PUT', `/api/v1/jobs/${jobId}/items/${position}/content`, {
        body: correction,
        ifMatch: `"${revision}"`,
      }),
    onSuccess: (saved, { position }) => {
      cache.setQueryData([...queryKeys.jobItem(jobId, position), 'content'], saved);
      cache.setQueryData(queryKeys.jobItem(jobId, position), saved.item);
      return cache.invalidateQueries({ queryKey: queryKeys.job(jobId) });
    },
  });
}
