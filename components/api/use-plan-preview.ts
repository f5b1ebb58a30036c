'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PlanPreview } from '#contract/jobs.ts';
import type { Override } from '#domain/plan-override.ts';
import { apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** While a plan waits, others go on editing: how often is looked again at what has changed since. */
const LOOK_AGAIN_MS = 20_000;

/** What confirming the plan would do at this moment, with these overrides in it. */
export function usePlanPreview(jobId: string, overrides: readonly Override[]) {
  return useQuery({
    queryKey: queryKeys.planPreview(jobId, overrides),
    queryFn: ({ signal }) =>
      apiSend<PlanPreview>('POST', `/api/v1/jobs/${jobId}/plan-previews`, { body: { overrides }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
    refetchOnWindowFocus: true,
    staleTime: 0,
  });
}
