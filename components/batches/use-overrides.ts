'use client';

import { useCallback, useState } from 'react';
import type { Item } from '#contract/jobs.ts';
import type { Wish } from '#domain/plan-override.ts';
import { choicesFor } from './plan-choices.ts';
import type { Overrides } from './plan-counts.ts';

/** A person's own changes to the plan of an update, item by item; kept here until they are sent with the confirmation. */
export function useOverrides() {
  const [overrides, setOverrides] = useState<Overrides>(new Map());
  const decide = useCallback((items: readonly Item[], wish: Wish | null) => {
    const to = wish?.decision ?? 'as_planned';
    setOverrides((before) => {
      const next = new Map(before);
      for (const item of items) {
        if (to === 'as_planned' || item.decision === null || item.decision === to) next.delete(item.position);
        else if (choicesFor(item, 'update').includes(to)) {
          next.set(item.position, { from: item.decision, to, reason: item.reason });
        }
      }
      return next;
    });
  }, []);
  const wishOf = useCallback(
    (item: Item) => {
      const own = overrides.get(item.position);
      return own ? { decision: own.to } : null;
    },
    [overrides],
  );
  const clear = useCallback(() => setOverrides(new Map()), []);
  return { overrides, wishOf, decide, clear };
}
