'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { queryKeys } from './query-keys.ts';

/** Fetches anew what is shown of batches: a snapshot told that they have moved on. */
export function useRefreshBatches(): () => void {
  const cache = useQueryClient();
  return useCallback(() => void cache.invalidateQueries({ queryKey: queryKeys.batches }), [cache]);
}
