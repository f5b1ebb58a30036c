import { describe, expect, it } from 'vitest';
import { parseGenerateArguments } from './parse-generate-arguments.ts';

describe('parseGenerateArguments', () => {
  it('needs no more than a number', () => {
    expect(parseGenerateArguments(['250'])).toEqual({
      count: 250,
      out: 'lexport-250-definities.zip',
      seed: 1,
      invalidPercent: 0,
    });
  });

  it('takes the options in any order', () => {
    const expected = { count: 3, out: 'proef.zip', seed: 9, invalidPercent: 40 };
    expect(parseGenerateArguments(['--seed', '9', '3', '--invalid=40', '--out', 'proef.zip'])).toEqual(expected);
  });

  it.each([
    [[], 'how many'],
    [['1', '2'], 'how many'],
    [['0'], 'from 1 to'],
    [['1.5'], 'from 1 to'],
    [['tien'], 'from 1 to'],
    [['999999999'], 'from 1 to'],
    [['10', '--seed', 'x'], 'seed'],
    [['10', '--invalid', '101'], 'from 0 to 100'],
    [['10', '--invalid', '1e1'], 'from 0 to 100'],
    [['10', '--out', ' '], 'empty'],
    [['10', '--out'], 'without a value'],
    [['10', '--colour', 'red'], 'does not know'],
    [['-5'], 'does not know'],
  ])('says in one sentence what is wrong with %j', (args, words) => {
    expect(parseGenerateArguments(args)).toEqual({ problem: expect.stringContaining(words) });
  });
});
