import { describe, expect, it } from 'vitest';
import { fillIn } from './locale.ts';

describe('fillIn', () => {
  it.each([
    ['{count} van {total}', { count: 0, total: 12 }, '0 van 12'],
    ['{naam} en {naam}', { naam: 'a' }, 'a en a'],
    ['{naam}', { naam: '' }, ''],
    ['niets', { naam: 'a' }, 'niets'],
    ['{ontbreekt} blijft', {}, '{ontbreekt} blijft'],
    ['{a}', { a: '{b}', b: 'nooit' }, '{b}'],
    ['{a}', { a: '$& $1' }, '$& $1'],
    ['{toString} {constructor}', {}, '{toString} {constructor}'],
  ])('%j with %j is %j', (template, params, expected) => {
    expect(fillIn(template, params)).toBe(expected);
  });

  it('works without values', () => {
    expect(fillIn('{a}')).toBe('{a}');
  });
});
