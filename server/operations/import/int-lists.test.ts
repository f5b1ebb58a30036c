import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntLists } from './int-lists.ts';

const anyInt = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

describe('lists of numbers', () => {
  it('come back as they were, the empty ones and those longer than a block among them', () => {
    const sizes = [0, 3, 0, 65_534, 2, 70_000, 1, 0, 65_536, 5];
    const lists = sizes.map((size, list) => Array.from({ length: size }, (_, index) => index * 31 - list));
    const kept = new IntLists();
    expect(lists.map((list) => kept.add(list))).toEqual(lists.map((_, index) => index));
    expect(kept.length).toBe(lists.length);
    for (const [index, list] of lists.entries()) expect([...kept.at(index)]).toEqual(list);
  });

  it('may hold any numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyInt)), (lists) => {
        const kept = new IntLists();
        for (const list of lists) kept.add(new Set(list));
        expect(lists.map((_, index) => [...kept.at(index)])).toEqual(lists.map((list) => [...new Set(list)]));
      }),
    );
  });
});
