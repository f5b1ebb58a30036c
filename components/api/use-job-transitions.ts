'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TransitionPage } from '#contract/monitoring.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

export type TransitionListQuery = { cursor?: string | undefined; limit?: number | undefined };

/** The changes of a job's state, oldest first. */
export function useJobTransitions(jobId: string, query: TransitionListQuery) {
  return useQuery({
    queryKey: queryKeys.jobTransitions(jobId, query),
    queryFn: ({ signal }) => apiGet<TransitionPage>(`/api/v1/jobs/${jobId}/transitions`, query, signal),
    placeholderData: keepPreviousData,
  });
}
