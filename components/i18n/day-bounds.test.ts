import { describe, expect, it } from 'vitest';
import { endOfDay, startOfDay } from './day-bounds.ts';

describe('the bounds of a day in Amsterdam', () => {
  it.each([
    ['2026-11-22', '2026-11-22T00:00:00.000+01:00', '2026-11-22T23:59:59.999+01:00'],
    ['2026-07-01', '2026-07-01T00:00:00.000+02:00', '2026-07-01T23:59:59.999+02:00'],
    ['2026-03-29', '2026-03-29T00:00:00.000+01:00', '2026-03-29T23:59:59.999+02:00'],
    ['2026-10-25', '2026-10-25T00:00:00.000+02:00', '2026-10-25T23:59:59.999+01:00'],
  ])('of %s are %s and %s', (day, start, end) => {
    expect(startOfDay(day)).toBe(start);
    expect(endOfDay(day)).toBe(end);
  });

  it.each([null, undefined, '', '22-11-2026', '2026-13-01'])('do not exist for %s', (day) => {
    expect(startOfDay(day)).toBeUndefined();
  });
});
