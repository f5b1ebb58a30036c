'use client';

import { useMutation } from '@tanstack/react-query';
import { apiSend } from '#components/api/client.ts';
import { safeNext } from './safe-next.ts';

export type Credentials = { email: string; password: string };

/** Signs in and leaves for `next` by a full load, so that nothing of an earlier person stays in memory. */
export function useSignIn(next: string | null) {
  return useMutation({
    mutationFn: (credentials: Credentials) =>
      apiSend<unknown>('POST', '/api/auth/sign-in/email', { body: credentials }),
    onSuccess: () => location.assign(safeNext(next, location.origin)),
  });
}
