import { describe, expect, it } from 'vitest';
import { processedOf } from '#domain/item-outcome.ts';
import { barSegments, countOf, SHOWN_OUTCOMES } from './bar-segments.ts';

const COUNTS = {
  total: 100,
  checked: 64,
  succeeded: 31,
  unchanged: 12,
  skipped: 3,
  failed: 5,
  cancelled: 7,
  rolledBack: 11,
  rollbackConflict: 2,
};
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe('the bar', () => {
  it('is filled by every item that was worked on, and the legend also names those that never were', () => {
    expect(sum(barSegments(COUNTS, 'applying').map((part) => part.value))).toBe(64);
    expect(sum(SHOWN_OUTCOMES.map((outcome) => countOf(COUNTS, outcome)))).toBe(processedOf(COUNTS));
  });

  it('shows how far the check is while checking', () => {
    expect(barSegments(COUNTS, 'checking')).toEqual([{ tone: 'accent', value: 64 }]);
  });
});
