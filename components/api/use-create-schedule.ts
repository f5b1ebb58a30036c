'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewScheduleInput, Schedule } from '#contract/schedules.ts';
import { apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

export type CreateSchedule = {
  schedule: NewScheduleInput;
  /** One per intention (`newKey()`), so that a second press does not make a second schedule. */
  key: string;
};

/** Has a batch start again and again. */
export function useCreateSchedule() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ schedule, key }: CreateSchedule) =>
      apiSend<Schedule>('POST', '/api/v1/schedules', { body: schedule, idempotencyKey: key }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.schedules }),
  });
}
