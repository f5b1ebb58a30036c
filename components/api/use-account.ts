'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ApiKeyList,
  MadeApiKey,
  NewApiKey,
  PasswordChange,
  SecondFactor,
  Session,
  StartedSecondFactor,
  WaysIn,
} from '#contract/account.ts';
import { apiGet, apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

const PATH = '/api/v1/account';
const FACTOR = `${PATH}/second-factor`;
const WAYS_IN = '/api/v1/ways-in';

export function useOwnSessions() {
  return useQuery({
    queryKey: queryKeys.ownSessions,
    queryFn: ({ signal }) => apiGet<{ items: Session[] }>(`${PATH}/sessions`, {}, signal),
  });
}

export function useOwnKeys() {
  return useQuery({
    queryKey: queryKeys.ownKeys,
    queryFn: ({ signal }) => apiGet<ApiKeyList>(`${PATH}/keys`, {}, signal),
  });
}

export function useSecondFactor() {
  return useQuery({
    queryKey: queryKeys.secondFactor,
    queryFn: ({ signal }) => apiGet<SecondFactor>(FACTOR, {}, signal),
  });
}

/** People of the organisation by a part of their name or address; for who may look after them. */
export function useWaysIn(q: string) {
  return useQuery({
    queryKey: [...queryKeys.waysIn, q],
    queryFn: ({ signal }) => apiGet<WaysIn>(WAYS_IN, q === '' ? {} : { q }, signal),
    placeholderData: (before) => before,
  });
}

/** Something about the ways in changes; what is shown of them is read anew. What is answered is kept nowhere. */
function useChange<In, Out>(change: (input: In) => Promise<Out>) {
  const cache = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: change,
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.account }),
  });
}

/** One session by its id, or all but this one. */
export const useEndSessions = () =>
  useChange((id: string | null) =>
    apiSend<{ ended: number }>('DELETE', id === null ? `${PATH}/sessions` : `${PATH}/sessions/${id}`),
  );

/** The answer holds the key, the only time. */
export const useMakeKey = () => useChange((body: NewApiKey) => apiSend<MadeApiKey>('POST', `${PATH}/keys`, { body }));

export const useRevokeKey = () => useChange((id: string) => apiSend<unknown>('DELETE', `${PATH}/keys/${id}`));

/** Ends all other sessions. */
export const useChangePassword = () =>
  useChange((body: PasswordChange) => apiSend<{ ended: number }>('PUT', `${PATH}/password`, { body }));

export const useStartSecondFactor = () =>
  useChange((password: string) => apiSend<StartedSecondFactor>('POST', FACTOR, { body: { password } }));

export const useConfirmSecondFactor = () =>
  useChange((code: string) => apiSend<SecondFactor>('PUT', FACTOR, { body: { code } }));

export const useDisableSecondFactor = () =>
  useChange((password: string) => apiSend<SecondFactor>('DELETE', FACTOR, { body: { password } }));

export const useRenewBackupCodes = () =>
  useChange((password: string) =>
    apiSend<{ backupCodes: string[] }>('POST', `${FACTOR}/backup-codes`, { body: { password } }),
  );

/** For who looks after others. */
export const useEndWayIn = () =>
  useChange(({ kind, id }: { kind: 'sessions' | 'keys' | 'second-factors'; id: string }) =>
    apiSend<unknown>('DELETE', `${WAYS_IN}/${kind}/${id}`),
  );
