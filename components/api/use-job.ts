'use client';

import { useQuery } from '@tanstack/react-query';
import type { Job } from '#contract/jobs.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** One job as the server last told it. For numbers that move, merge useJobProgress, or use useLiveJob. */
export function useJob(id: string | null) {
  return useQuery({
    queryKey: queryKeys.jobSnapshot(id ?? ''),
    queryFn: ({ signal }) => apiGet<Job>(`/api/v1/jobs/${id}`, {}, signal),
    enabled: id !== null,
  });
}
