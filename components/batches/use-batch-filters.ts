'use client';

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { BatchListQuery } from '#components/api/use-batches.ts';
import { JOB_STATUSES } from '#domain/job-status.ts';
import { OPERATIONS } from '#domain/operation-names.ts';
import { PERIODS, periodStart } from './period.ts';

const FILTERS = {
  status: parseAsArrayOf(parseAsStringLiteral(JOB_STATUSES)).withDefault([]),
  operation: parseAsStringLiteral(OPERATIONS),
  person: parseAsStringLiteral(['me'] as const),
  period: parseAsStringLiteral(PERIODS),
  cursor: parseAsString,
};

/** Which batches are shown, kept in the address. */
export function useBatchFilters() {
  const [values, setValues] = useQueryStates(FILTERS);
  const { status, operation, person, period, cursor } = values;
  const from = useMemo(() => (period ? periodStart(period, new Date()).toISOString() : undefined), [period]);
  const query: BatchListQuery = {
    ...(status.length > 0 ? { status } : {}),
    ...(operation ? { operation } : {}),
    ...(person ? { person } : {}),
    ...(from ? { from } : {}),
    ...(cursor ? { cursor } : {}),
    limit: 25,
  };
  return {
    values,
    query,
    active: status.length + [operation, person, period].filter(Boolean).length,
    set: (change: Partial<Omit<typeof values, 'cursor'>>) => void setValues({ ...change, cursor: null }),
    clear: () => void setValues({ status: null, operation: null, person: null, period: null, cursor: null }),
    setCursor: (next: string) => void setValues({ cursor: next }, { history: 'push' }),
  };
}
export type BatchFilterState = ReturnType<typeof useBatchFilters>;
