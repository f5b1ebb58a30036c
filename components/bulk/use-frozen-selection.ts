'use client';

import { useState } from 'react';
import { useSelectionCount } from '#components/api/use-selection-count.ts';
import { type SelectionState, toSelection } from '#components/definitions/selection.ts';
import type { Selection } from '#contract/definitions.ts';

export type FrozenSelection = {
  state: SelectionState;
  /** Null when nothing is chosen. */
  selection: Selection | null;
  /** As the server counts it; undefined while it is counting. */
  count: number | undefined;
  error: Error | null;
};

/** The selection as it was when the dialog opened, so that pressing twice is about the same; counted by the server. */
export function useFrozenSelection(current: SelectionState): FrozenSelection {
  const [state] = useState(current);
  const [selection] = useState(() => toSelection(current));
  const counted = useSelectionCount(selection);
  return { state, selection, count: counted.data?.count, error: counted.error };
}
