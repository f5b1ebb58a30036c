'use client';

import { useQuery } from '@tanstack/react-query';
import type { Job } from '#contract/jobs.ts';
import { WORKING_STATUSES } from '#domain/job-status.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** That a waiting job got its turn is no change of its state, so nobody tells. */
const WHILE_IN_LINE_MS = 2_000;

/** One job as the server last told it. For numbers that move, merge useJobProgress, or use useLiveJob. */
export function useJob(id: string | null) {
  return useQuery({
    queryKey: queryKeys.jobSnapshot(id ?? ''),
    queryFn: ({ signal }) => apiGet<Job>(`/api/v1/jobs/${id}`, {}, signal),
    enabled: id !== null,
    refetchInterval: ({ state: { data } }) =>
      data && !data.admitted && WORKING_STATUSES.includes(data.status) ? WHILE_IN_LINE_MS : false,
  });
}
