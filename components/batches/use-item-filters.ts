'use client';

import { parseAsFloat, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import type { ItemListQuery } from '#components/api/use-job-items.ts';
import { VERDICTS } from '#domain/definition.ts';
import { SEVERITIES } from '#domain/finding.ts';
import { ITEM_OUTCOMES } from '#domain/item-outcome.ts';
import { DECISIONS } from '#domain/plan.ts';
import { RULE_CATEGORIES } from '#domain/validation/rule.ts';

const FILTERS = {
  status: parseAsStringLiteral(ITEM_OUTCOMES),
  decision: parseAsStringLiteral(DECISIONS),
  verdict: parseAsStringLiteral(VERDICTS),
  rule: parseAsString,
  severity: parseAsStringLiteral(SEVERITIES),
  minScore: parseAsFloat,
  maxScore: parseAsFloat,
  failsIn: parseAsStringLiteral(RULE_CATEGORIES),
  q: parseAsString,
  cursor: parseAsString,
};

const NOTHING = {
  status: null,
  decision: null,
  verdict: null,
  rule: null,
  severity: null,
  minScore: null,
  maxScore: null,
  failsIn: null,
  q: null,
  cursor: null,
};

/** Which items are shown, kept in the address so that it can be shared. A change of filter goes back to the first page. */
export function useItemFilters() {
  const [values, setValues] = useQueryStates(FILTERS);
  const { cursor, ...filter } = values;
  type Filter = typeof filter;
  return {
    values: filter,
    /** Without the page. */
    filter: givenOf(filter) as Omit<ItemListQuery, 'cursor' | 'limit'>,
    query: givenOf(values) as ItemListQuery,
    active: Object.keys(givenOf(filter)).length,
    set: (change: Partial<Filter>) => void setValues({ ...change, cursor: null }),
    clear: () => void setValues(NOTHING),
    setCursor: (next: string) => void setValues({ cursor: next }, { history: 'push' }),
  };
}
export type ItemFilterState = ReturnType<typeof useItemFilters>;

function givenOf(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}
