'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlanRepair } from '#contract/corrections.ts';
import type { SafeTransformName } from '#domain/safe-transforms.ts';
import { apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

const path = (jobId: string) => `/api/v1/jobs/${jobId}/repairs`;

/** What a repair of a plan would change, with the first items as they are and as they would be. */
export function useRepairPreview(jobId: string, transform: SafeTransformName) {
  return useQuery({
    queryKey: queryKeys.repairPreview(jobId, transform),
    queryFn: () => apiSend<PlanRepair>('POST', path(jobId), { body: { transform, dryRun: true } }),
    // What others do to the plan meanwhile is asked for again when the window opens.
    gcTime: 0,
  });
}

export type RepairPlan = {
  transform: SafeTransformName;
  /** Hears how many items are done so far. */
  onProgress: (done: number) => void;
};

/** Repairs the items of a plan, some at a time until none remain; answers how many were changed. */
export function useRepairPlan(jobId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ transform, onProgress }: RepairPlan) => {
      for (let done = 0; ; ) {
        const { count, remaining } = await apiSend<PlanRepair>('POST', path(jobId), { body: { transform } });
        done += count;
        onProgress(done);
        if (remaining === 0 || count === 0) return done;
      }
    },
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.job(jobId) }),
  });
}
