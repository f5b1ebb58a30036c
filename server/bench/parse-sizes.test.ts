import { describe, expect, it } from 'vitest';
import { parseSizes } from './parse-sizes.ts';

describe('the sizes of a bench', () => {
  it('are 100, 1 000 and 10 000 when none are given', () => {
    expect(parseSizes([])).toEqual({ sizes: [100, 1_000, 10_000] });
  });

  it('are taken once each, smallest first', () => {
    expect(parseSizes(['1000', '20', '1000'])).toEqual({ sizes: [20, 1_000] });
  });

  it.each(['0', '-5', 'ten', '1e3', '100001', ''])('cannot be %j', (text) => {
    expect(parseSizes([text])).toEqual({ problem: expect.stringContaining('whole number from 1 to 100000') });
  });
});
