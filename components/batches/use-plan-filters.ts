'use client';

import { debounce, parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { VERDICTS } from '#domain/definition.ts';
import { SEVERITIES } from '#domain/finding.ts';
import { DECISIONS, REASONS } from '#domain/plan.ts';
import type { PlanFilter } from '#domain/plan-override.ts';

const TYPING_MS = 300;

const FILTERS = {
  decision: parseAsStringLiteral(DECISIONS),
  reason: parseAsArrayOf(parseAsStringLiteral(REASONS)),
  verdict: parseAsStringLiteral(VERDICTS),
  rule: parseAsString,
  severity: parseAsStringLiteral(SEVERITIES),
  q: parseAsString.withOptions({ limitUrlUpdates: debounce(TYPING_MS) }),
};

/** Which items of a plan are shown, kept in the address so that a link leads to them. */
export function usePlanFilters() {
  const [values, setValues] = useQueryStates(FILTERS);
  const filter = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(values).filter(([, value]) => value !== null && value !== '' && String(value) !== ''),
      ) as PlanFilter,
    [values],
  );
  return {
    filter,
    set: (change: Partial<typeof values>) => void setValues(change),
    clear: () => void setValues({ decision: null, reason: null, verdict: null, rule: null, severity: null, q: null }),
  };
}
export type PlanFilterState = ReturnType<typeof usePlanFilters>;
