'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Job, Retry } from '#contract/jobs.ts';
import { apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

export type RetryItems = {
  retry: Retry;
  /** Make it once per intention with `newKey()`. */
  key: string;
};

/** Starts a new job over failed, unprocessed or chosen items; answers that job. */
export function useRetryItems(jobId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ retry, key }: RetryItems) =>
      apiSend<Job>('POST', `/api/v1/jobs/${jobId}/retries`, { body: retry, idempotencyKey: key }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.batches }),
  });
}
