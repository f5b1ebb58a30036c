'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Cancellation, Job } from '#contract/jobs.ts';
import { apiSend } from './client.ts';
import { forgetJob } from './forget-job.ts';

/** Stops a job: keeps what is done, or takes it back. Answers before it has stopped; the outcome comes as progress. */
export function useCancelJob(jobId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (cancellation: Cancellation) =>
      apiSend<Job>('PUT', `/api/v1/jobs/${jobId}/cancellation`, { body: cancellation }),
    onSettled: () => forgetJob(cache, jobId),
  });
}
