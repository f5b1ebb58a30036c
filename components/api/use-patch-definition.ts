'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Definition, DefinitionPatch } from '#contract/definitions.ts';
import { apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

export type PatchDefinition = { id: string; etag: string; patch: DefinitionPatch };

/** Changes fields of one definition, with a reason; `version_conflict` when somebody else was first. */
export function usePatchDefinition() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, etag, patch }: PatchDefinition) =>
      apiSend<Definition>('PATCH', `/api/v1/definitions/${id}`, { body: patch, ifMatch: etag }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.definitions }),
  });
}
