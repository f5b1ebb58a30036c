import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interval, roundStep, timeAxis } from './time-axis.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const chunk = (start: number, length: number): Interval => ({ start, end: start + length });

describe('the axis of time', () => {
  it('is in proportion while something takes place', () => {
    const { place, gaps } = timeAxis([chunk(0, 500), chunk(500, 500)], 400);
    expect([place(0), place(250), place(1_000)]).toEqual([0, 100, 400]);
    expect(gaps).toEqual([]);
  });

  it('keeps a short wait as it is', () => {
    const { gaps } = timeAxis([chunk(0, 500), chunk(2_500, 500)], 400);
    expect(gaps).toEqual([]);
  });

  it('cuts short the hours in which nothing took place, and says how many they were', () => {
    const { place, gaps } = timeAxis([chunk(0, SECOND), chunk(6 * HOUR, SECOND)], 444);
    expect(gaps).toEqual([{ at: 222, ms: 6 * HOUR - SECOND }]);
    expect([place(SECOND), place(6 * HOUR), place(6 * HOUR + SECOND)]).toEqual([200, 244, 444]);
    expect(place(3 * HOUR)).toBe(200);
  });

  it('has round times, far enough apart for their words', () => {
    const { ticks } = timeAxis([chunk(5_000, 9_700)], 800);
    expect(ticks.map(({ ms }) => ms)).toEqual([0, 2_000, 4_000, 6_000, 8_000]);
  });

  it('stands still when there is nothing, and for something that took no time', () => {
    expect(timeAxis([], 400).place(5)).toBe(0);
    expect(timeAxis([chunk(7, 0)], 400)).toMatchObject({ gaps: [], ticks: [{ at: 0, ms: 0 }] });
  });

  it('never draws anything outside or out of order, whatever took place', () => {
    const some = fc.array(fc.tuple(fc.nat(1e9), fc.nat(1e5)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(some, fc.integer({ min: 200, max: 2_000 }), (drawn, width) => {
        const intervals = drawn.map(([start, length]) => chunk(start, length));
        const { place, gaps, ticks } = timeAxis(intervals, width);
        const places = intervals
          .flatMap(({ start, end }) => [start, end])
          .toSorted((a, b) => a - b)
          .map(place);
        expect(places.every((at, index) => at >= (places[index - 1] ?? 0) - 1e-6)).toBe(true);
        expect([...places, ...gaps.map(({ at }) => at), ...ticks.map(({ at }) => at)].every(within(width))).toBe(true);
      }),
    );
  });
});

const within = (width: number) => (at: number) => at >= -1e-6 && at <= width + 1e-6;

describe('a round step', () => {
  it.each([
    [0.3, 1],
    [3, 5],
    [130, 200],
    [9_000, 10_000],
    [15_000, 20_000],
    [21_000, 30_000],
    [31_000, 60_000],
    [100_000, 120_000],
    [50_000_000, 86_400_000],
    [90_000_000, 172_800_000],
  ])('of %d ms or more is %d', (ms, step) => {
    expect(roundStep(ms)).toBe(step);
  });
});
