'use client';

import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  HitDecisions,
  HitDecisionsAnswer,
  RedactionFiles,
  RedactionSettings,
  RedactionSettingsChange,
  Redactions,
} from '#contract/redaction.ts';
import { apiGet, apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

export type RedactionFilter = { kind: string | null; decision: string | null };

/** What a redact job found, some definitions at a time. */
export function useRedactions(jobId: string, filter: RedactionFilter) {
  return useInfiniteQuery({
    queryKey: queryKeys.redactionList(jobId, filter),
    queryFn: ({ pageParam, signal }) =>
      apiGet<Redactions>(`/api/v1/jobs/${jobId}/redactions`, { ...filter, after: pageParam }, signal),
    initialPageParam: -1,
    getNextPageParam: (page) => page.nextAfter,
    placeholderData: keepPreviousData,
  });
}

/** Decides over hits; everything shown of the job is asked for anew. */
export function useDecideHits(jobId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: HitDecisions) =>
      apiSend<HitDecisionsAnswer>('PUT', `/api/v1/jobs/${jobId}/redactions`, { body }),
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.redactions(jobId) }),
  });
}

export function useRedactionFiles(jobId: string) {
  return useQuery({
    queryKey: queryKeys.redactionFiles(jobId),
    queryFn: ({ signal }) => apiGet<RedactionFiles>(`/api/v1/jobs/${jobId}/redaction-files`, {}, signal),
  });
}

/** The organisation's own terms. */
export function useRedactionSettings() {
  return useQuery({
    queryKey: queryKeys.redactionSettings,
    queryFn: ({ signal }) => apiGet<RedactionSettings>('/api/v1/redaction-settings', {}, signal),
  });
}

/** Changes them; `settings_changed` when somebody else was first. */
export function useChangeRedactionSettings() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: RedactionSettingsChange) =>
      apiSend<RedactionSettings>('PUT', '/api/v1/redaction-settings', { body }),
    onSuccess: (saved) => cache.setQueryData(queryKeys.redactionSettings, saved),
  });
}
