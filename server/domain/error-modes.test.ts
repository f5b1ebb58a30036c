import { describe, expect, it } from 'vitest';
import { ERROR_MODES, exceedsTolerance, maxErrorsOf, SHARE_PATTERN, toleratedFailures } from './error-modes.ts';

describe('how many failures a job survives', () => {
  it.each([
    ['continue', null, null],
    ['continue', 0, 0],
    ['continue', 3, 3],
    ['stop', null, 0],
    ['stop', 3, 0],
    ['all_or_nothing', null, 0],
    ['all_or_nothing', 3, 0],
    ['collect', null, null],
    ['collect', 3, null],
  ] as const)('in %s with a limit of %s: %s', (mode, maxErrors, tolerated) => {
    expect(toleratedFailures(mode, maxErrors)).toBe(tolerated);
    for (const failed of [0, 1, 3, 4, 1_000_000])
      expect(exceedsTolerance(mode, maxErrors, failed)).toBe(tolerated !== null && failed > tolerated);
  });

  it('is never less than none', () => {
    for (const mode of ERROR_MODES) expect(exceedsTolerance(mode, 0, 0)).toBe(false);
  });
});

describe('a limit of failures', () => {
  it.each([
    [null, 100, null],
    [undefined, 100, null],
    [3, 100, 3],
    ['5%', 100, 5],
    ['5%', 19, 0],
    ['0.1%', 1_000, 1],
    ['2.5%', 1_000, 25],
    ['100%', 7, 7],
    ['0%', 7, 0],
  ])('of %s over %d items is %s', (limit, total, items) => {
    expect(maxErrorsOf(limit, total)).toBe(items);
  });

  it.each(['101%', '5', '%', '-1%', '5.123%', '1e2%'])('is never written %s', (text) => {
    expect(text).not.toMatch(SHARE_PATTERN);
  });
});
