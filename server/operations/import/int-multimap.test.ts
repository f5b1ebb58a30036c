import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntMultimap } from './int-multimap.ts';

const anyKey = fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.integer({ min: -2, max: 2 }));
const anyValue = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('several numbers under each of many', () => {
  it('are found, the highest first, however many there are', () => {
    const map = new IntMultimap();
    const count = 200_000;
    for (let value = 0; value < count; value++) map.add(value % 70_000, value);
    expect(map.get(5, 9)).toEqual([140_005, 70_005, 5]);
    expect(map.get(69_999, 9)).toEqual([139_999, 69_999]);
    expect(map.get(5, 2)).toEqual([140_005, 70_005]);
    expect(map.get(70_000, 9)).toEqual([]);
  });

  it('may be any numbers under any others, also when more come after a question', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyKey, anyValue)), fc.nat(50), (pairs, first) => {
        const map = new IntMultimap();
        for (const [key, value] of pairs.slice(0, first)) map.add(key, value);
        map.get(0, 1);
        for (const [key, value] of pairs.slice(first)) map.add(key, value);
        for (const [key] of pairs) {
          const values = pairs.filter(([other]) => other === key).map(([, value]) => value);
          expect(map.get(key, pairs.length)).toEqual(values.sort((a, b) => b - a));
        }
      }),
    );
  });

  it('are there again when they were put away in runs and recalled', async () => {
    const [away, kept] = [new IntMultimap(), new IntMultimap()];
    const count = 400_000;
    for (let value = 0; value < count; value++) {
      for (const map of [away, kept]) map.add((value * 7_919) % 100_003, value);
      if (value % 90_001 === 0) await away.putAway();
    }
    expect(() => away.get(1, 1)).toThrow('recalled');
    await away.recall();
    for (let key = 0; key < 100_003; key += 101) expect(away.get(key, 9)).toEqual(kept.get(key, 9));
    away.add(5, 400_001);
    expect(away.get(5, 1)).toEqual([400_001]);
  });
});
