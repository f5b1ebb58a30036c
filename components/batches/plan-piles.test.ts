import { describe, expect, it } from 'vitest';
import { PILES, pileOf, REASONS_OF_PILE } from '#components/statuses/pile.ts';
import { DECISIONS } from '#domain/plan.ts';
import type { Overrides } from './plan-counts.ts';
import { pilesAfter, plannedPiles } from './plan-piles.ts';

const PLAN = { update: 30, conflict: 15, invalid: 3, unchanged: 2 };
const NONE: Overrides = new Map();

describe('the piles of an update', () => {
  it('are three and what stays as it is: of the conflicts only some can go through with a reason', () => {
    expect(plannedPiles(PLAN, 12)).toEqual({ passes: 30, needs_reason: 12, blocked: 6, unchanged: 2, skipped: 0 });
  });

  it('keep what needs a reason where it is until there is one', () => {
    const before = pilesAfter({ plan: PLAN, needsReason: 12, overrides: NONE, hasReason: false });
    expect(before).toMatchObject({ passes: 30, needs_reason: 12, withReason: 0 });
    const after = pilesAfter({ plan: PLAN, needsReason: 12, overrides: NONE, hasReason: true });
    expect(after).toMatchObject({ passes: 42, needs_reason: 0, withReason: 12, blocked: 6 });
  });

  it('leave out what was skipped by hand, also from the reason', () => {
    const overrides: Overrides = new Map([
      [1, { from: 'update', to: 'skip' }],
      [2, { from: 'conflict', to: 'skip', reason: 'gate_needs_reason' }],
      [3, { from: 'conflict', to: 'skip', reason: 'gate_needs_reason' }],
      [4, { from: 'conflict', to: 'new_version', reason: 'established' }],
    ]);
    const after = pilesAfter({ plan: PLAN, needsReason: 12, overrides, hasReason: true });
    expect(after).toEqual({ passes: 40, needs_reason: 0, withReason: 10, blocked: 5, unchanged: 2, skipped: 3 });
    const total = PILES.reduce((sum, pile) => sum + after[pile], 0);
    expect(total).toBe(50);
  });

  it('hold each item once, by decision and reason', () => {
    for (const pile of ['passes', 'needs_reason', 'unchanged'] as const) {
      const decision = { passes: 'update', needs_reason: 'conflict', unchanged: 'unchanged' } as const;
      for (const reason of REASONS_OF_PILE[pile]) expect(pileOf(decision[pile], reason)).toBe(pile);
    }
    for (const reason of REASONS_OF_PILE.blocked) {
      expect(pileOf('invalid', reason)).toBe('blocked');
      expect(pileOf('conflict', reason)).toBe('blocked');
    }
    expect(DECISIONS.map((decision) => pileOf(decision, 'by_hand'))).not.toContain('needs_reason');
    const all = Object.values(REASONS_OF_PILE).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});
