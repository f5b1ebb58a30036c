import { describe, expect, it } from 'vitest';
import { isTyped, mustBeTyped } from './typed-count.ts';

describe('a typed confirmation', () => {
  it('is asked for above twenty', () => {
    expect([0, 1, 20, 21, 3_214].map(mustBeTyped)).toEqual([false, false, false, true, true]);
  });

  it.each(['1234', '1.234', ' 1 234 ', '1,234', '1\u00a0234'])('takes %j for 1 234', (text) => {
    expect(isTyped(text, 1_234)).toBe(true);
  });

  it.each(['', '1233', '12345', 'ja', '-1234', '1234x'])('does not take %j for 1 234', (text) => {
    expect(isTyped(text, 1_234)).toBe(false);
  });
});
