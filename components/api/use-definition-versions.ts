'use client';

import { useQuery } from '@tanstack/react-query';
import type { DefinitionVersion } from '#contract/definitions.ts';
import { apiGet } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** The history of one definition, newest first. Null: nothing is fetched. */
export function useDefinitionVersions(id: string | null) {
  return useQuery({
    queryKey: queryKeys.definitionVersions(id ?? ''),
    queryFn: ({ signal }) => apiGet<{ items: DefinitionVersion[] }>(`/api/v1/definitions/${id}/versions`, {}, signal),
    enabled: id !== null,
  });
}
