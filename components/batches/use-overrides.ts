'use client';

import { useCallback, useState } from 'react';
import type { Item } from '#contract/jobs.ts';
import { type Decision, mayOverride, OVERRIDES } from '#domain/plan.ts';
import type { Overrides } from './plan-counts.ts';

/** What a person may make of this item instead; empty when nothing. */
export function choicesFor(item: Pick<Item, 'decision' | 'reason'>): Decision[] {
  const { decision, reason } = item;
  if (decision === null || reason === null) return [];
  return (OVERRIDES[decision] ?? []).filter((to) => mayOverride(decision, reason, to));
}

/** The person's own changes to a plan; kept here until they are sent with the confirmation. */
export function useOverrides() {
  const [overrides, setOverrides] = useState<Overrides>(new Map());
  const decide = useCallback((items: readonly Item[], to: Decision | null) => {
    setOverrides((before) => {
      const next = new Map(before);
      for (const item of items) {
        if (to === null || item.decision === null || item.decision === to) next.delete(item.position);
        else if (choicesFor(item).includes(to)) {
          next.set(item.position, { from: item.decision, to, reason: item.reason });
        }
      }
      return next;
    });
  }, []);
  const clear = useCallback(() => setOverrides(new Map()), []);
  return { overrides, decide, clear };
}
