'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AuditRetention } from '#contract/audit.ts';
import type { Seal, Verification, VerificationList } from '#contract/audit-verifications.ts';
import { apiGet, apiSend } from './client.ts';
import { newKey } from './new-key.ts';
import { queryKeys } from './query-keys.ts';

const LOOK_AGAIN_MS = 5_000;
/** While a verification is under way. */
const WATCH_MS = 1_000;

const PATH = '/api/v1/audit-verifications';

/** How sealing goes and what the last verification said; looked at again and again. Needs `audit:read`. */
export function useAuditSeal() {
  return useQuery({
    queryKey: queryKeys.auditSeal,
    queryFn: ({ signal }) => apiGet<Seal>('/api/v1/audit-seal', {}, signal),
    refetchInterval: ({ state }) => (state.data?.open ? WATCH_MS : LOOK_AGAIN_MS),
  });
}

/** How long entries are kept, and what is past its time. Needs `audit:read`. */
export function useAuditRetention() {
  return useQuery({
    queryKey: queryKeys.auditRetention,
    queryFn: ({ signal }) => apiGet<AuditRetention>('/api/v1/audit-retention', {}, signal),
  });
}

/** Earlier verifications, newest first; read again when `changed` does. */
export function useAuditVerifications(changed: string) {
  return useQuery({
    queryKey: [...queryKeys.auditVerifications, changed],
    queryFn: ({ signal }) => apiGet<VerificationList>(PATH, {}, signal),
    placeholderData: (before) => before,
  });
}

/** Starts, stops and resumes verifications. Needs `audit:verify`. */
export function useSteerVerification() {
  const cache = useQueryClient();
  const onSettled = () => cache.invalidateQueries({ queryKey: queryKeys.auditSeal });
  const start = useMutation({
    mutationFn: (period: { from?: string; until?: string }) =>
      apiSend<Verification>('POST', PATH, { body: period, idempotencyKey: newKey() }),
    onSettled,
  });
  const stop = useMutation({
    mutationFn: (id: string) => apiSend<Verification>('PUT', `${PATH}/${id}/cancellation`),
    onSettled,
  });
  const resume = useMutation({
    mutationFn: (id: string) => apiSend<Verification>('DELETE', `${PATH}/${id}/cancellation`),
    onSettled,
  });
  return { start, stop, resume };
}
