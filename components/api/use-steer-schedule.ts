'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Batch } from '#contract/batches.ts';
import type { Schedule, SchedulePatch } from '#contract/schedules.ts';
import { apiSend } from './client.ts';
import { newKey } from './new-key.ts';
import { queryKeys } from './query-keys.ts';

/** Changes a schedule, deletes it, or starts its batch now. */
export function useSteerSchedule(id: string) {
  const cache = useQueryClient();
  const path = `/api/v1/schedules/${id}`;
  // Awaited, so that the switch stays busy until the list says the same.
  const onSettled = () => cache.invalidateQueries({ queryKey: queryKeys.batches });
  const change = useMutation({
    mutationFn: (patch: SchedulePatch) => apiSend<Schedule>('PATCH', path, { body: patch }),
    onSettled,
  });
  const remove = useMutation({ mutationFn: () => apiSend<{ id: string }>('DELETE', path), onSettled });
  const run = useMutation({
    mutationFn: () => apiSend<Batch>('POST', `${path}/runs`, { idempotencyKey: newKey() }),
    onSettled,
  });
  return { change, remove, run };
}
