'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BatchPage } from '#contract/batches.ts';
import type { JobStatus } from '#domain/job-status.ts';
import type { OperationName } from '#domain/operation-names.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

export type BatchListQuery = {
  status?: readonly JobStatus[] | undefined;
  operation?: OperationName | undefined;
  person?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};

/** Batches, newest first. The socket's `inbox:changed` refreshes it (useInbox). */
export function useBatches(query: BatchListQuery = {}) {
  return useQuery({
    queryKey: queryKeys.batchList(query),
    queryFn: ({ signal }) => apiGet<BatchPage>('/api/v1/batches', query, signal),
    placeholderData: keepPreviousData,
  });
}
