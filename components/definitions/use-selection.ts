'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useMe } from '#components/api/use-me.ts';
import { NOTHING, type SelectionState } from './selection.ts';

// Outside React, so that a look at another page does not cost the person what they had chosen.
let kept: { owner: string; state: SelectionState } = { owner: '', state: NOTHING };
const listeners = new Set<() => void>();

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** What the signed-in person has chosen in the grid, in this tab. */
export function useSelection() {
  const owner = useMe().data?.id ?? '';
  const state = useSyncExternalStore(
    subscribe,
    () => (kept.owner === owner ? kept.state : NOTHING),
    () => NOTHING,
  );
  const change = useCallback(
    (next: (state: SelectionState) => SelectionState) => {
      kept = { owner, state: next(kept.owner === owner ? kept.state : NOTHING) };
      for (const tell of listeners) tell();
    },
    [owner],
  );
  return [state, change] as const;
}
