'use client';

import { useQuery } from '@tanstack/react-query';
import type { Definition } from '#contract/definitions.ts';
import { apiGetWithEtag } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** One definition as `{ data, etag }`; the ETag goes into usePatchDefinition. Null: nothing is fetched. */
export function useDefinition(id: string | null) {
  return useQuery({
    queryKey: queryKeys.definition(id ?? ''),
    queryFn: ({ signal }) => apiGetWithEtag<Definition>(`/api/v1/definitions/${id}`, {}, signal),
    enabled: id !== null,
  });
}
