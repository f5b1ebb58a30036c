import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processedOf } from './item-outcome.ts';
import { doneInPhase, etaSeconds, PHASES, percentOf } from './progress.ts';

const counts = {
  total: 100,
  checked: 60,
  succeeded: 1,
  unchanged: 2,
  skipped: 4,
  failed: 8,
  cancelled: 16,
  rolledBack: 32,
  rollbackConflict: 64,
};

describe('processedOf', () => {
  it('counts every item that is no longer pending', () => {
    expect(processedOf(counts)).toBe(127);
  });
});

describe('doneInPhase', () => {
  it.each(PHASES)('counts what belongs to %s', (phase) => {
    expect(doneInPhase(counts, phase)).toBe(['unpacking', 'checking', 'comparing'].includes(phase) ? 60 : 127);
  });
});

describe('percentOf', () => {
  it('is whole, between 0 and 100, and 100 only when everything is done', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.nat(2_000_000), (total, some) => {
        const done = Math.min(some, total);
        const percent = percentOf(done, total);
        expect(Number.isInteger(percent)).toBe(true);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent === 100).toBe(done === total);
      }),
    );
  });

  it('is 0 of nothing', () => {
    expect(percentOf(0, 0)).toBe(0);
  });
});

describe('etaSeconds', () => {
  it.each([
    [100, 10, 10],
    [101, 10, 11],
    [1, 1_000, 1],
    [0, 0, 0],
    [-3, 5, 0],
    [5, 0, null],
  ])('%i left at %i a second: %s', (left, throughput, expected) => {
    expect(etaSeconds(left, throughput)).toBe(expected);
  });
});
