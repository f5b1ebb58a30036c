import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntLists, IntMultimap } from './int-multimap.ts';

const anyInt = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

describe('several numbers under each of many', () => {
  it('are found, the last first, however many there are', () => {
    const map = new IntMultimap();
    const count = 200_000;
    for (let value = 0; value < count; value++) map.add(value % 70_000, value);
    expect(map.get(5, 9)).toEqual([140_005, 70_005, 5]);
    expect(map.get(69_999, 9)).toEqual([139_999, 69_999]);
    expect(map.get(5, 2)).toEqual([140_005, 70_005]);
    expect(map.get(70_000, 9)).toEqual([]);
  });

  it('may be any numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyInt, anyInt)), (pairs) => {
        const map = new IntMultimap();
        for (const [key, value] of pairs) map.add(key, value);
        for (const [key] of pairs) {
          const values = pairs.filter(([other]) => other === key).map(([, value]) => value);
          expect(map.get(key, pairs.length)).toEqual(values.reverse());
        }
      }),
    );
  });
});

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
