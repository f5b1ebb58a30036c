'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Undo } from '#contract/jobs.ts';
import { apiSend } from './client.ts';
import { forgetJob } from './forget-job.ts';

/** Takes back what an ended job did. Answers before it has; what became of each item comes as progress. */
export function useUndoJob(jobId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => apiSend<Undo>('PUT', `/api/v1/jobs/${jobId}/rollback`, { body: { dryRun: false } }),
    onSettled: () => forgetJob(cache, jobId),
  });
}
