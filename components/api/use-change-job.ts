'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JobPatch } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import { apiSend } from './client.ts';
import { forgetJob } from './forget-job.ts';

/** Has a job that waits go before others, or after them. */
export function useChangeJob(jobId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (patch: JobPatch) => apiSend<Job>('PATCH', `/api/v1/jobs/${jobId}`, { body: patch }),
    onSettled: () => forgetJob(cache, jobId),
  });
}
