/** What became of one item. `pending` is the only state an item leaves by itself. */
export const ITEM_OUTCOMES = [
  'pending',
  'succeeded',
  'unchanged',
  'skipped',
  'failed',
  'cancelled',
  'rolled_back',
  'rollback_conflict',
] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

/** How many items are in each state; at every commit they add up to the job's total. */
export type ItemCounts = {
  total: number;
  succeeded: number;
  unchanged: number;
  skipped: number;
  failed: number;
  cancelled: number;
  rolledBack: number;
  rollbackConflict: number;
};

/** Every item that is no longer pending. */
export function processedOf(counts: ItemCounts): number {
  const ended = counts.succeeded + counts.unchanged + counts.skipped + counts.failed + counts.cancelled;
  return ended + counts.rolledBack + counts.rollbackConflict;
}
