'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Job } from '#contract/jobs.ts';
import { apiSend } from './client.ts';
import { forgetJob } from './forget-job.ts';

/** Lets a paused job go on, when its turn comes. */
export function useResumeJob(jobId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => apiSend<Job>('DELETE', `/api/v1/jobs/${jobId}/pause`),
    onSettled: () => forgetJob(cache, jobId),
  });
}
