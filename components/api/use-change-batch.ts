'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Batch, BatchPatch } from '#contract/batches.ts';
import { apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** Changes the priority of all that waits in a batch, or how many of its jobs may be worked on at once. */
export function useChangeBatch(batchId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (patch: BatchPatch) => apiSend<Batch>('PATCH', `/api/v1/batches/${batchId}`, { body: patch }),
    onSuccess: (batch) => cache.setQueryData(queryKeys.batch(batchId), batch),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: queryKeys.batches }),
        cache.invalidateQueries({ queryKey: queryKeys.jobs }),
      ]),
  });
}
