'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PlanChoices } from '#contract/jobs.ts';
import type { PlanFilter } from '#domain/plan-override.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** How many items that a filter shows may become what, by hand. */
export function usePlanChoices(jobId: string, filter: PlanFilter) {
  return useQuery({
    queryKey: queryKeys.planChoices(jobId, filter),
    queryFn: ({ signal }) => apiGet<PlanChoices>(`/api/v1/jobs/${jobId}/plan-choices`, filter, signal),
    placeholderData: keepPreviousData,
    // A plan does not change while it waits.
    staleTime: Number.POSITIVE_INFINITY,
  });
}
