'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ColumnMapping, ColumnMappingChange, UploadPreview } from '#contract/reading.ts';
import type { ReadChoices } from '#domain/read-choices.ts';
import { apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** How an upload would come in when it is read with these choices; what was there stays until the answer comes. */
export function useUploadPreview(uploadId: string | null, choices: ReadChoices) {
  return useQuery({
    queryKey: queryKeys.uploadPreview(uploadId ?? '', choices),
    queryFn: ({ signal }) =>
      apiSend<UploadPreview>('POST', `/api/v1/uploads/${uploadId}/previews`, { body: choices, signal }),
    enabled: uploadId !== null,
    placeholderData: keepPreviousData,
  });
}

/** Remembers what the columns of a table are for. */
export function useSaveMapping() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: ColumnMappingChange) => apiSend<ColumnMapping>('PUT', '/api/v1/column-mappings', { body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.uploadPreviews, refetchType: 'none' }),
  });
}

/** Forgets it again. */
export function useForgetMapping() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => apiSend<{ id: string }>('DELETE', `/api/v1/column-mappings/${id}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.uploadPreviews }),
  });
}
