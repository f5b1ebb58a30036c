'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Confirmation, Job } from '#contract/jobs.ts';
import { apiSend } from './client.ts';
import { forgetJob } from './forget-job.ts';

/** Says yes or no to a plan. */
export function useConfirmPlan(jobId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (confirmation: Confirmation) =>
      apiSend<Job>('PUT', `/api/v1/jobs/${jobId}/confirmation`, { body: confirmation }),
    onSettled: () => forgetJob(cache, jobId),
  });
}
