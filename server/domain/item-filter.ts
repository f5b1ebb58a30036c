import type { ItemOutcome } from './item-outcome.ts';
import type { Reason } from './plan.ts';
import type { PlanFilter } from './plan-override.ts';
import type { RuleCategory } from './validation/rule.ts';

/** Narrows the items of a job down; what is left out narrows nothing. */
export type ItemFilter = Omit<PlanFilter, 'reason'> & {
  status?: ItemOutcome | undefined;
  /** Several are alternatives. */
  reason?: readonly Reason[] | undefined;
  /** Both inclusive, 0 to 1. */
  minScore?: number | undefined;
  maxScore?: number | undefined;
  /** A category of rules in which it does not have every point. */
  failsIn?: RuleCategory | undefined;
};
