'use client';

import { useQuery } from '@tanstack/react-query';
import type { Undo } from '#contract/jobs.ts';
import { apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** What taking back an ended job would do at this moment; asked anew each time, since definitions go on being edited. Null: not asked. */
export function useUndoPreview(jobId: string | null) {
  return useQuery({
    queryKey: queryKeys.undoPreview(jobId ?? ''),
    queryFn: () => apiSend<Undo>('PUT', `/api/v1/jobs/${jobId}/rollback`, { body: { dryRun: true } }),
    enabled: jobId !== null,
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });
}
