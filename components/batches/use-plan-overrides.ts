'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Item } from '#contract/jobs.ts';
import { type PlanFilter, type Wish, wishFor } from '#domain/plan-override.ts';
import { type OverrideList, withFilter, withItems, without } from './override-list.ts';

const NONE: OverrideList = [];

/**
 * A person's own changes to a plan, of single items and of all that a filter shows. They are kept in this tab until they are
 * sent with the confirmation, also when the page is loaded again.
 */
export function usePlanOverrides(jobId: string) {
  const [list, setList] = useState<OverrideList>(() => remembered(jobId));
  useEffect(() => remember(jobId, list), [jobId, list]);
  const decide = useCallback(
    (items: readonly Item[], wish: Wish | null) =>
      setList((before) => {
        const positions = items.map(({ position }) => position);
        return withItems(before, positions, wish);
      }),
    [],
  );
  const decideAll = useCallback(
    (filter: PlanFilter, wish: Wish) => setList((before) => withFilter(before, filter, wish)),
    [],
  );
  const takeBack = useCallback((index: number) => setList((before) => without(before, index)), []);
  const takeBackSingle = useCallback(() => setList((before) => before.filter((one) => 'filter' in one)), []);
  const clear = useCallback(() => setList(NONE), []);
  const wishOf = useCallback((item: Item) => wishFor(item, list), [list]);
  return { list, decide, decideAll, takeBack, takeBackSingle, clear, wishOf };
}

const keyOf = (jobId: string) => `plan-overrides:${jobId}`;

function remembered(jobId: string): OverrideList {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(jobId)) ?? '[]');
    return Array.isArray(kept) ? (kept as OverrideList) : NONE;
  } catch {
    return NONE;
  }
}

function remember(jobId: string, list: OverrideList): void {
  try {
    if (list.length === 0) sessionStorage.removeItem(keyOf(jobId));
    else sessionStorage.setItem(keyOf(jobId), JSON.stringify(list));
  } catch {
    // A tab without storage forgets on reload, no more.
  }
}
