'use client';

import { useQuery } from '@tanstack/react-query';
import type { Report } from '#contract/reports.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** What a finished job says about itself. Null: nothing is fetched. */
export function useReport(jobId: string | null) {
  return useQuery({
    queryKey: queryKeys.report(jobId ?? ''),
    queryFn: ({ signal }) => apiGet<Report>(`/api/v1/jobs/${jobId}/report`, {}, signal),
    enabled: jobId !== null,
  });
}
