import type { ProgressSegment } from '#components/ui/progress-bar.tsx';
import type { ItemCounts, ItemOutcome } from '#domain/item-outcome.ts';
import { isLooking, type Phase } from '#domain/progress.ts';

/** The outcomes a person is shown, in the order of the legend. */
export const SHOWN_OUTCOMES = [
  'succeeded',
  'unchanged',
  'skipped',
  'failed',
  'cancelled',
  'rolled_back',
  'rollback_conflict',
] as const satisfies readonly ItemOutcome[];
export type ShownOutcome = (typeof SHOWN_OUTCOMES)[number];

export function countOf(counts: ItemCounts, outcome: ShownOutcome): number {
  if (outcome === 'rolled_back') return counts.rolledBack;
  if (outcome === 'rollback_conflict') return counts.rollbackConflict;
  return counts[outcome];
}

/**
 * The parts of the bar: how far the look is while checking, what became of the items after that. Items that were never
 * worked on leave it empty.
 */
export function barSegments(counts: ItemCounts & { checked?: number }, phase: Phase): ProgressSegment[] {
  if (phase === 'uploading' || isLooking(phase)) {
    return [{ tone: 'accent', value: counts.checked ?? 0 }];
  }
  return [
    { tone: 'success', value: counts.succeeded },
    { tone: 'neutral', value: counts.unchanged + counts.skipped + counts.rolledBack },
    { tone: 'warning', value: counts.rollbackConflict },
    { tone: 'danger', value: counts.failed },
  ];
}
