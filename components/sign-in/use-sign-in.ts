'use client';

import { useMutation } from '@tanstack/react-query';
import { apiSend } from '#components/api/client.ts';
import { safeNext } from './safe-next.ts';

export type Credentials = { email: string; password: string };
export type SecondStep = { code: string } | { backupCode: string };
type Answer = { codeNeeded?: true };

/** Signs in and leaves for `next` by a full load, so that nothing of an earlier person stays in memory; unless a code is still owed. */
export function useSignIn(next: string | null) {
  return useMutation({
    mutationFn: (credentials: Credentials) => apiSend<Answer>('POST', '/api/auth/sign-in/email', { body: credentials }),
    onSuccess: ({ codeNeeded }) => (codeNeeded ? undefined : location.assign(safeNext(next, location.origin))),
  });
}

/** The second step: the code of an app, or one that was kept. */
export function useSignInWithCode(next: string | null) {
  return useMutation({
    mutationFn: (step: SecondStep) => apiSend<unknown>('POST', '/api/auth/sign-in/code', { body: step }),
    onSuccess: () => location.assign(safeNext(next, location.origin)),
  });
}
