'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Challenge,
  Enrolment,
  PartnerKey,
  PartnerKeys,
  ProofPage,
  ProvenanceSettings,
  ProvenanceSettingsChange,
} from '#contract/provenance.ts';
import { apiGet, apiSend } from './client.ts';
import { newKey } from './new-key.ts';
import { queryKeys } from './query-keys.ts';

const SETTINGS = '/api/v1/provenance-settings';
const KEYS = '/api/v1/partner-keys';

export function useProvenanceSettings() {
  return useQuery({
    queryKey: queryKeys.provenanceSettings,
    queryFn: ({ signal }) => apiGet<ProvenanceSettings>(SETTINGS, {}, signal),
  });
}

export function useChangeProvenanceSettings() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: ProvenanceSettingsChange) => apiSend<ProvenanceSettings>('PUT', SETTINGS, { body: change }),
    onSuccess: (settings) => cache.setQueryData(queryKeys.provenanceSettings, settings),
    onError: () => cache.invalidateQueries({ queryKey: queryKeys.provenanceSettings }),
  });
}

/** The keys an organisation enrolled, and those of this installation. */
export function usePartnerKeys() {
  return useQuery({
    queryKey: queryKeys.partnerKeys,
    queryFn: ({ signal }) => apiGet<PartnerKeys>(KEYS, {}, signal),
    // Jobs enrol too, and keys expire by themselves.
    refetchOnMount: 'always',
  });
}

/** A text for keys to sign; good once. */
export function useCreateChallenge() {
  return useMutation({
    gcTime: 0,
    mutationFn: () => apiSend<Challenge>('POST', '/api/v1/enrolment-challenges', { idempotencyKey: newKey() }),
  });
}

export function useEnrolKey() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (enrolment: Enrolment) => apiSend<PartnerKey>('POST', KEYS, { body: enrolment }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.partnerKeys }),
  });
}

export function useRevokeKey(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => apiSend<PartnerKey>('POST', `${KEYS}/${id}/revocation`, { body: { reason } }),
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.partnerKeys }),
  });
}

/** What the organisation locked, newest first. */
export function useProofs(query: { q?: string | undefined; cursor?: string | undefined; limit?: number }) {
  return useQuery({
    queryKey: queryKeys.proofs(query),
    queryFn: ({ signal }) => apiGet<ProofPage>('/api/v1/proofs', query, signal),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}
