import { describe, expect, it } from 'vitest';
import { periodStart } from './period.ts';

describe('a period', () => {
  const now = new Date(2026, 10, 3, 15, 30);
  it('of today begins at midnight', () => {
    expect(periodStart('today', now)).toEqual(new Date(2026, 10, 3));
  });
  it('of a week holds seven days, today included, over the end of a month', () => {
    expect(periodStart('week', now)).toEqual(new Date(2026, 9, 28));
  });
  it('of a month holds thirty days', () => {
    expect(periodStart('month', now)).toEqual(new Date(2026, 9, 5));
  });
});
