'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SchedulePage } from '#contract/schedules.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** A schedule starts by itself: nobody tells this page. */
const LOOK_AGAIN_MS = 15_000;

export type ScheduleListQuery = { cursor?: string | undefined; limit?: number | undefined };

/** Schedules, soonest first; looked at again and again while `live`. */
export function useSchedules(query: ScheduleListQuery, { live }: { live: boolean }) {
  return useQuery({
    queryKey: queryKeys.scheduleList(query),
    queryFn: ({ signal }) => apiGet<SchedulePage>('/api/v1/schedules', query, signal),
    placeholderData: keepPreviousData,
    refetchInterval: live ? LOOK_AGAIN_MS : false,
  });
}
