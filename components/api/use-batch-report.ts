'use client';

import { useQuery } from '@tanstack/react-query';
import type { BatchReport } from '#contract/reports.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

const WHILE_AT_WORK_MS = 3_000;

/** What a batch says about all its jobs; while one of them has not ended (`finishedAt` null) it is asked again and again. */
export function useBatchReport(batchId: string) {
  return useQuery({
    queryKey: queryKeys.batchReport(batchId),
    queryFn: ({ signal }) => apiGet<BatchReport>(`/api/v1/batches/${batchId}/report`, {}, signal),
    refetchInterval: ({ state }) => (state.data && state.data.finishedAt === null ? WHILE_AT_WORK_MS : false),
  });
}
