'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ClearanceChange, Organisations, People, Person } from '#contract/people.ts';
import { apiGet, apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** Organisations come and go seldom. */
const FRESH_MS = 10 * 60_000;

export function useOrganisations() {
  return useQuery({
    queryKey: queryKeys.organisations,
    queryFn: ({ signal }) => apiGet<Organisations>('/api/v1/organisations', {}, signal),
    staleTime: FRESH_MS,
  });
}

export function usePeople() {
  return useQuery({
    queryKey: queryKeys.people,
    queryFn: ({ signal }) => apiGet<People>('/api/v1/people', {}, signal),
  });
}

export function useChangeClearance(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: ClearanceChange) => apiSend<Person>('PATCH', `/api/v1/people/${id}`, { body }),
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.people }),
  });
}
