'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ColumnMapping, ColumnMappingChange, ColumnMappingList } from '#contract/reading.ts';
import { apiGet, apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

const PATH = '/api/v1/column-mappings';

/** What the organisation made of the columns of tables. */
export function useColumnMappings() {
  return useQuery({
    queryKey: queryKeys.columnMappings,
    queryFn: ({ signal }) => apiGet<ColumnMappingList>(PATH, {}, signal),
  });
}

/** Remembers what the columns of a table are for. */
export function useSaveMapping() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: ColumnMappingChange) => apiSend<ColumnMapping>('PUT', PATH, { body }),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: queryKeys.columnMappings });
      return cache.invalidateQueries({ queryKey: queryKeys.uploadPreviews, refetchType: 'none' });
    },
  });
}

/** Gives one a name, or takes it away. */
export function useRenameMapping() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: { id: string; name: string | null }) =>
      apiSend<ColumnMapping>('PATCH', `${PATH}/${id}`, { body: { name } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queryKeys.columnMappings }),
  });
}

/** Forgets it again. */
export function useForgetMapping() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => apiSend<{ id: string }>('DELETE', `${PATH}/${id}`),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: queryKeys.columnMappings });
      return cache.invalidateQueries({ queryKey: queryKeys.uploadPreviews });
    },
  });
}
