import { describe, expect, it } from 'vitest';
import { momentOf, wallClockAt } from './wall-clock.ts';

const moment = (wall: string) =>
  momentOf(new Date(`${wall}:00Z`))
    .toISOString()
    .slice(0, 16);
const wall = (instant: string) =>
  wallClockAt(new Date(`${instant}:00Z`))
    .toISOString()
    .slice(0, 16);

describe('the clock on the wall', () => {
  it.each([
    ['in winter', '2026-01-15T06:30', '2026-01-15T05:30'],
    ['in summer', '2026-07-15T06:30', '2026-07-15T04:30'],
    ['just before it goes forward', '2026-03-29T01:59', '2026-03-29T00:59'],
    ['just after it went forward', '2026-03-29T03:00', '2026-03-29T01:00'],
    ['just before it says a time twice', '2026-10-25T01:59', '2026-10-24T23:59'],
    ['just after it said a time twice', '2026-10-25T03:00', '2026-10-25T02:00'],
    ['at midnight before it changes', '2026-03-29T00:00', '2026-03-28T23:00'],
  ])('%s says %s at %sZ', (_, said, at) => {
    expect(moment(said)).toBe(at);
    expect(wall(at)).toBe(said);
  });

  it('skips an hour in spring: what it never says is an hour later', () => {
    expect(moment('2026-03-29T02:00')).toBe('2026-03-29T01:00');
    expect(moment('2026-03-29T02:30')).toBe('2026-03-29T01:30');
  });

  it('says an hour twice in autumn: it is the first time that counts', () => {
    expect(moment('2026-10-25T02:30')).toBe('2026-10-25T00:30');
    expect(wall('2026-10-25T00:30')).toBe('2026-10-25T02:30');
    expect(wall('2026-10-25T01:30')).toBe('2026-10-25T02:30');
  });
});
