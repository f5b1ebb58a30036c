import { describe, expect, it } from 'vitest';
import { readTogether } from './read-together.ts';

/** A reading that ends when the test says so, and tells how often it was done. */
function reader() {
  const ends: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  const ask = readTogether(
    () =>
      new Promise<number>((resolve, reject) => {
        ends.push({ resolve, reject });
      }),
  );
  return { ask, ends };
}

describe('reading together', () => {
  it('answers a crowd with two readings, and nobody with one that began before they asked', async () => {
    const { ask, ends } = reader();
    const first = ask('job');
    const crowd = Array.from({ length: 200 }, () => ask('job'));
    ends[0]?.resolve(1);
    expect(await first).toBe(1);
    ends[1]?.resolve(2);
    expect(new Set(await Promise.all(crowd))).toEqual(new Set([2]));
    expect(ends).toHaveLength(2);
  });

  it('reads other things beside, and anew once nobody reads', async () => {
    const { ask, ends } = reader();
    const answers = [ask('one'), ask('other')];
    for (const [index, { resolve }] of ends.entries()) resolve(index);
    expect(await Promise.all(answers)).toEqual([0, 1]);
    const again = ask('one');
    ends[2]?.resolve(2);
    expect(await again).toBe(2);
  });

  it('tells a failure only to those whose reading it was', async () => {
    const { ask, ends } = reader();
    const first = ask('job');
    const second = ask('job');
    ends[0]?.reject(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    ends[1]?.resolve(7);
    expect(await second).toBe(7);
  });
});
