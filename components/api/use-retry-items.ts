'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Batch } from '#contract/batches.ts';
import type { Retry } from '#contract/jobs.ts';
import { apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

export type RetryItems = {
  retry: Retry;
  /** Make it once per intention with `newKey()`. */
  key: string;
};

/** Starts a new job over failed, unprocessed, chosen or all items; answers its batch. */
export function useRetryItems(jobId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ retry, key }: RetryItems) =>
      apiSend<Batch>('POST', `/api/v1/jobs/${jobId}/retries`, { body: retry, idempotencyKey: key }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.batches }),
  });
}
