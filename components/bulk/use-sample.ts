'use client';

import { useQueries } from '@tanstack/react-query';
import { apiGetWithEtag } from '#components/api/client.ts';
import { queryKeys } from '#components/api/query-keys.ts';
import { useDefinitions } from '#components/api/use-definitions.ts';
import type { SelectionState } from '#components/definitions/selection.ts';
import type { Definition } from '#contract/definitions.ts';

const SAMPLE_SIZE = 5;
/** As many as a page of the grid, which mostly is there already. */
const PAGE = 50;

export type SampleTerm = { id: string; term: string };

/** The first few of a selection, for a person to see that it is what they mean; undefined while they are fetched. */
export function useSample(state: SelectionState): SampleTerm[] | undefined {
  const byFilter = useFirstMatching(state);
  const byHand = useFirstChosen(state);
  return state.mode === 'ids' ? byHand : byFilter;
}

function useFirstMatching(state: SelectionState): SampleTerm[] | undefined {
  const filter = state.mode === 'filter' ? state.filter : null;
  const page = useDefinitions({ ...filter, limit: PAGE });
  if (state.mode === 'ids' || !page.data || page.isPlaceholderData) return undefined;
  return page.data.items.filter(({ id }) => !state.excluded.has(id)).slice(0, SAMPLE_SIZE);
}

function useFirstChosen(state: SelectionState): SampleTerm[] | undefined {
  const ids = state.mode === 'ids' ? [...state.ids].slice(0, SAMPLE_SIZE) : [];
  const queries = useQueries({
    queries: ids.map((id) => ({
      queryKey: queryKeys.definition(id),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        apiGetWithEtag<Definition>(`/api/v1/definitions/${id}`, {}, signal),
    })),
  });
  if (queries.some(({ isPending }) => isPending)) return undefined;
  return queries.flatMap(({ data }) => (data ? { id: data.data.id, term: data.data.term } : []));
}
