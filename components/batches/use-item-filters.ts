'use client';

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import type { ItemListQuery } from '#components/api/use-job-items.ts';
import { VERDICTS } from '#domain/definition.ts';
import { ITEM_OUTCOMES } from '#domain/item-outcome.ts';
import { DECISIONS } from '#domain/plan.ts';

const FILTERS = {
  status: parseAsStringLiteral(ITEM_OUTCOMES),
  decision: parseAsStringLiteral(DECISIONS),
  verdict: parseAsStringLiteral(VERDICTS),
  rule: parseAsString,
  q: parseAsString,
  cursor: parseAsString,
};

/** Which items are shown, kept in the address so that it can be shared. A change of filter goes back to the first page. */
export function useItemFilters() {
  const [values, setValues] = useQueryStates(FILTERS);
  const { cursor, ...filter } = values;
  type Filter = typeof filter;
  return {
    values: filter,
    query: Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== null && value !== ''),
    ) as ItemListQuery,
    active: Object.values(filter).filter((value) => value !== null && value !== '').length,
    set: (change: Partial<Filter>) => void setValues({ ...change, cursor: null }),
    clear: () => void setValues({ status: null, decision: null, verdict: null, rule: null, q: null, cursor: null }),
    setCursor: (next: string) => void setValues({ cursor: next }, { history: 'push' }),
  };
}
export type ItemFilterState = ReturnType<typeof useItemFilters>;
