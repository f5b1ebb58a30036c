import { describe, expect, it } from 'vitest';
import { retryDelayMs } from './deliveries.ts';

const HOUR = 3_600_000;

function waits(random: number): number[] {
  const all: number[] = [];
  for (let tries = 1; ; tries++) {
    const wait = retryDelayMs(tries, random);
    if (wait === null) return all;
    all.push(wait);
  }
}

describe('the waits between attempts', () => {
  it('begin with seconds, grow, and end within a day', () => {
    const longest = waits(0);
    expect(longest[0]).toBe(5_000);
    expect(longest).toEqual(longest.toSorted((a, b) => a - b));
    const total = longest.reduce((sum, wait) => sum + wait, 0);
    expect(total).toBeGreaterThan(23 * HOUR);
    expect(total).toBeLessThanOrEqual(24 * HOUR);
  });

  it('are shorter by up to a fifth, so that not everything comes back at once', () => {
    expect(waits(1).map((wait, index) => wait / (waits(0)[index] ?? 1))).toEqual(waits(0).map(() => 0.8));
  });

  it('heed what the receiver asks for, within reason', () => {
    expect(retryDelayMs(1, 0, 60_000)).toBe(60_000);
    expect(retryDelayMs(1, 0, 99 * HOUR)).toBe(2 * HOUR);
    expect(retryDelayMs(10, 0, 60_000)).toBe(9 * HOUR);
    expect(retryDelayMs(11, 0, 60_000)).toBeNull();
  });
});
