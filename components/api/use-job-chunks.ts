'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Chunks } from '#contract/monitoring.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

const LOOK_AGAIN_MS = 3_000;

/** Numbers of chunks, both inclusive. */
export type ChunkRange = { from: number; until: number };

/** When the chunks of a job were worked on, of all of them or of a range; looked at again and again while `live`. */
export function useJobChunks(jobId: string, range: ChunkRange | null, { live }: { live: boolean }) {
  return useQuery({
    queryKey: queryKeys.jobChunks(jobId, range),
    queryFn: ({ signal }) => apiGet<Chunks>(`/api/v1/jobs/${jobId}/chunks`, { ...range }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: live ? LOOK_AGAIN_MS : false,
  });
}
