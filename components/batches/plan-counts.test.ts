import { describe, expect, it } from 'vitest';
import { countsAfter, type Overrides, planParts, writesOf } from './plan-counts.ts';

const PLAN = { new: 38, update: 4, unchanged: 12, duplicate: 1, conflict: 2, invalid: 3 };

describe('plan counts', () => {
  it('add up to the same total after any override', () => {
    const overrides: Overrides = new Map([
      [3, { from: 'new', to: 'skip' }],
      [9, { from: 'conflict', to: 'new_version' }],
    ]);
    const counts = countsAfter(PLAN, overrides);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(counts).toMatchObject({ new: 37, skip: 1, conflict: 1, new_version: 1 });
    expect(writesOf(counts)).toBe(42);
  });

  it('become the parts of one sentence without the empty ones', () => {
    expect(planParts(countsAfter(PLAN, new Map()))).toEqual([
      { part: 'added', count: 38 },
      { part: 'updated', count: 4 },
      { part: 'unchanged', count: 12 },
      { part: 'skipped', count: 1 },
      { part: 'conflict', count: 2 },
      { part: 'invalid', count: 3 },
    ]);
  });
});
