import { describe, expect, it } from 'vitest';
import { ERROR_MODES, exceedsTolerance, toleratedFailures } from './error-modes.ts';

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
