'use client';

import { useQuery } from '@tanstack/react-query';
import type { Me } from '#contract/me.ts';
import type { Action } from '#domain/access.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

const FIVE_MINUTES = 300_000;

/** Who is signed in. */
export function useMe() {
  return useQuery({
    queryKey: queryKeys.me,
    queryFn: ({ signal }) => apiGet<Me>('/api/v1/me', {}, signal),
    staleTime: FIVE_MINUTES,
  });
}

/** Whether the signed-in person may do this; false while it is not known. The server checks again at every call. */
export function useMayDo(action: Action): boolean {
  return useMe().data?.actions.includes(action) ?? false;
}
