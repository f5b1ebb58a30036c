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
  /** How many of those that were chosen belong to other organisations, and so are not meant. */
  foreign: number;
  error: Error | null;
};

/**
 * The selection as it was when the dialog opened, so that pressing twice is about the same; counted by the server. `reading`: it is
 * only read, so that what other organisations share counts.
 */
export function useFrozenSelection(current: SelectionState, { reading = false } = {}): FrozenSelection {
  const [state] = useState(current);
  const [selection] = useState(() => toSelection(current));
  const counted = useSelectionCount(selection);
  const { count, readable } = counted.data ?? {};
  const foreign = reading ? 0 : (readable ?? 0) - (count ?? 0);
  return { state, selection, count: reading ? readable : count, foreign, error: counted.error };
}
