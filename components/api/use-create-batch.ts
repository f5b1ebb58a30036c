'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Batch, newBatchSchema } from '#contract/batches.ts';
import { apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** What a client sends; options left out get the server's defaults. */
export type NewBatchInput = z.input<typeof newBatchSchema>;

export type CreateBatch = {
  batch: NewBatchInput;
  /** Make it once per intention (`newKey()`), so that a second press or a retry does not start a second batch. */
  key: string;
};

/** Starts a batch. */
export function useCreateBatch() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ batch, key }: CreateBatch) =>
      apiSend<Batch>('POST', '/api/v1/batches', { body: batch, idempotencyKey: key }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.batches }),
  });
}
