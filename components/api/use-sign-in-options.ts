'use client';

import { useQuery } from '@tanstack/react-query';
import type { SignInOptions } from '#contract/me.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** Whether this is a demo, and its users. */
export function useSignInOptions() {
  return useQuery({
    queryKey: queryKeys.signInOptions,
    queryFn: ({ signal }) => apiGet<SignInOptions>('/api/v1/sign-in-options', {}, signal),
  });
}
