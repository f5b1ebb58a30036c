import { type Pile, pileOf } from '#components/statuses/pile.ts';
import { decisionOf } from '#domain/plan.ts';
import type { Overrides, PlanCounts } from './plan-counts.ts';

export type PileCounts = Record<Pile, number>;

export type PilesInput = {
  plan: PlanCounts;
  /** How many of the conflicts can go through with a reason; the others stand in the way for good. */
  needsReason: number;
  overrides: Overrides;
  /** A reason was given: what needs one goes through, except what was skipped by hand. */
  hasReason: boolean;
};

/** The piles as the plan has them, before anybody decides. */
export function plannedPiles(plan: PlanCounts, needsReason: number): PileCounts {
  return {
    passes: plan.update ?? 0,
    needs_reason: needsReason,
    blocked: (plan.invalid ?? 0) + (plan.conflict ?? 0) - needsReason,
    unchanged: plan.unchanged ?? 0,
    skipped: plan.skip ?? 0,
  };
}

export type PilesAfter = PileCounts & {
  /** How many of those that pass do so because of the reason. */
  withReason: number;
};

/** The piles as they become with what was skipped by hand, and with a reason or without. */
export function pilesAfter({ plan, needsReason, overrides, hasReason }: PilesInput): PilesAfter {
  const piles = plannedPiles(plan, needsReason);
  for (const { from, to, reason = null } of overrides.values()) {
    piles[pileOf(from, reason)] -= 1;
    piles[pileOf(decisionOf(to), 'by_hand')] += 1;
  }
  if (!hasReason) return { ...piles, withReason: 0 };
  const withReason = piles.needs_reason;
  return { ...piles, passes: piles.passes + withReason, needs_reason: 0, withReason };
}

/** The parts of the sentence about an update, in the order it says them. `undecided`: a reason may be needed, or it cannot be. */
export const UPDATE_PARTS = ['passes', 'needs_reason', 'undecided', 'blocked', 'skipped', 'unchanged'] as const;
export type UpdateCounts = Readonly<Partial<Record<(typeof UPDATE_PARTS)[number] | 'withReason', number>>>;

/** The piles as far as the counts per decision tell; which conflicts a reason would help is not among that. */
export function roughPiles(plan: PlanCounts): UpdateCounts {
  const { conflict, invalid } = plan;
  const { passes, unchanged, skipped } = plannedPiles(plan, 0);
  return { passes, unchanged, skipped, undecided: conflict ?? 0, blocked: invalid ?? 0 };
}
