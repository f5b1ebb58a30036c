'use client';

import { useQuery } from '@tanstack/react-query';
import type { Selection, SelectionCount } from '#contract/definitions.ts';
import { apiSend } from './client.ts';
import { queryKeys } from './query-keys.ts';

/** How many definitions a selection holds, counted by the server as it would freeze it. Null: nothing is fetched. */
export function useSelectionCount(selection: Selection | null) {
  return useQuery({
    queryKey: queryKeys.selectionCount(selection),
    queryFn: ({ signal }) =>
      apiSend<SelectionCount>('POST', '/api/v1/selections/count', { body: { selection }, signal }),
    enabled: selection !== null,
  });
}
