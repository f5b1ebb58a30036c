'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Job } from '#contract/jobs.ts';
import { apiSend } from './client.ts';
import { forgetJob } from './forget-job.ts';

/** Has a job wait; when chunks are in flight it answers before they have ended, and the rest comes as progress. */
export function usePauseJob(jobId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => apiSend<Job>('PUT', `/api/v1/jobs/${jobId}/pause`),
    onSettled: () => forgetJob(cache, jobId),
  });
}
