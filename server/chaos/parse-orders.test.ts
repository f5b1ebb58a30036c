import { describe, expect, it } from 'vitest';
import { FAULT_NUMBERS } from './fault.ts';
import { parseOrders } from './parse-orders.ts';

const parse = (...args: string[]) => parseOrders(args, () => 42);

describe('the orders for a proof under faults', () => {
  it('are ten minutes, every fault and a seed of its own when nothing is said', () => {
    expect(parse()).toEqual({ minutes: 10, seed: 42, faults: FAULT_NUMBERS });
  });

  it('can be said, in any order', () => {
    expect(parse('--seed', '7', '--faults', 'F3,F1', '--minutes', '0.5')).toEqual({
      minutes: 0.5,
      seed: 7,
      faults: ['F1', 'F3'],
    });
  });

  it.each([
    ['--minutes', '0'],
    ['--minutes', 'ten'],
    ['--seed', '-1'],
    ['--seed', '1.5'],
    ['--faults', 'F99'],
    ['--hours', '1'],
    ['--minutes'],
  ])('cannot be %j', (...args) => {
    expect(parse(...args)).toEqual({ problem: expect.stringContaining('npm run chaos') });
  });
});
