import type { Item } from '#contract/jobs.ts';
import type { OperationName } from '#domain/operation-names.ts';
import { CHOICES, type Choice, mayOverride } from '#domain/plan.ts';

/** What a person may make of this item instead; empty when nothing. Only an import has something to keep beside another. */
export function choicesFor(
  { decision, reason }: Pick<Item, 'decision' | 'reason'>,
  operation: OperationName,
): Choice[] {
  if (decision === null || reason === null) return [];
  return CHOICES.filter(
    (to) => mayOverride(decision, reason, to) && (to !== 'keep_both' || operation === 'import') && to !== decision,
  );
}
