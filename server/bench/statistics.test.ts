import { describe, expect, it } from 'vitest';
import { compare, median, percentile } from './statistics.ts';

describe('the median', () => {
  it('is the middle value, whatever the order, compared as numbers', () => {
    expect(median([10, 9, 100])).toBe(10);
  });

  it('is the mean of the two in the middle when there are two', () => {
    expect(median([4, 1, 2, 100])).toBe(3);
  });

  it('leaves the values as they were', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('does not exist without values', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('is a value that was measured', () => {
    expect(percentile(hundred, 50)).toBe(50);
    expect(percentile(hundred, 95)).toBe(95);
    expect(percentile([1, 2, 3, 4], 95)).toBe(4);
  });

  it('is the smallest value at 0 and the largest at 100', () => {
    expect(percentile(hundred, 0)).toBe(1);
    expect(percentile(hundred, 100)).toBe(100);
  });

  it('of one value is that value', () => {
    expect(percentile([7], 95)).toBe(7);
  });
});

describe('a comparison', () => {
  it('takes the ratio within each round, so that one slow round does not decide', () => {
    const rounds = [
      { product: 300, baseline: 100 },
      { product: 2_000, baseline: 1_000 },
      { product: 400, baseline: 100 },
    ];
    expect(compare(rounds)).toEqual({ productMs: 400, baselineMs: 100, ratio: 3 });
  });
});
