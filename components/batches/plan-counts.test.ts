import { describe, expect, it } from 'vitest';
import { planParts, writesOf } from './plan-counts.ts';

const PLAN = { new: 38, update: 4, unchanged: 12, duplicate: 1, conflict: 2, invalid: 3 };

describe('plan counts', () => {
  it('become the parts of one sentence without the empty ones', () => {
    expect(planParts(PLAN)).toEqual([
      { part: 'added', count: 38 },
      { part: 'updated', count: 4 },
      { part: 'unchanged', count: 12 },
      { part: 'skipped', count: 1 },
      { part: 'conflict', count: 2 },
      { part: 'invalid', count: 3 },
    ]);
    expect(writesOf(PLAN)).toBe(42);
  });

  it('say apart what has changed since the plan was made, and count each item once', () => {
    const parts = planParts(PLAN, { update: 4, new: 1 });
    expect(parts.slice(0, 2)).toEqual([
      { part: 'added', count: 37 },
      { part: 'unchanged', count: 12 },
    ]);
    expect(parts).toContainEqual({ part: 'changedSince', count: 5 });
    expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(60);
    expect(writesOf(PLAN, { update: 4, new: 1 })).toBe(37);
  });
});
