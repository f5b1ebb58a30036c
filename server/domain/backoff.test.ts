import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs, MAX_CHUNK_ATTEMPTS } from './backoff.ts';

describe('backoffMs', () => {
  it('doubles from 100 ms to 10 s, with jitter over the upper half', () => {
    expect([1, 2, 3, 7, 8, 50].map((attempt) => backoffMs(attempt, 1))).toEqual([100, 200, 400, 6_400, 10_000, 10_000]);
    expect([1, 2, 3, 7, 8, 50].map((attempt) => backoffMs(attempt, 0))).toEqual([50, 100, 200, 3_200, 5_000, 5_000]);
  });

  it('stays within bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.float({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        expect(backoffMs(attempt, random)).toBeGreaterThanOrEqual(50);
        expect(backoffMs(attempt, random)).toBeLessThanOrEqual(10_000);
      }),
    );
  });

  it('gives up within what a person would wait for', () => {
    let total = 0;
    for (let attempt = 1; attempt < MAX_CHUNK_ATTEMPTS; attempt++) total += backoffMs(attempt, 1);
    expect(total).toBeLessThan(5_000);
  });
});
