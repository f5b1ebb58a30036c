import { describe, expect, it } from 'vitest';
import { eventually } from '#db/testing/eventually.ts';
import { aFewAtOnce } from './a-few-at-once.ts';

/** Work that ends when the test says so, and tells in which order it was begun. */
function worker(most: number) {
  const begun: number[] = [];
  const ends = new Map<number, (error?: Error) => void>();
  const ask = aFewAtOnce(most, (asked: number) => {
    begun.push(asked);
    return new Promise<number>((resolve, reject) => {
      ends.set(asked, (error) => (error ? reject(error) : resolve(asked * 10)));
    });
  });
  return { ask, begun, end: (asked: number, error?: Error) => ends.get(asked)?.(error) };
}

describe('a few at once', () => {
  it('begins as many as may be under way, and each of the rest when one has ended, in the order of asking', async () => {
    const { ask, begun, end } = worker(2);
    const answers = [1, 2, 3, 4].map(ask);
    expect(begun).toEqual([1, 2]);
    end(2);
    expect(await answers[1]).toBe(20);
    await eventually(() => expect(begun).toEqual([1, 2, 3]));
    for (const asked of [1, 3]) end(asked);
    await eventually(() => expect(begun).toEqual([1, 2, 3, 4]));
    end(4);
    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40]);
  });

  it('gives the place of what failed to the next, and tells only who asked for it', async () => {
    const { ask, begun, end } = worker(1);
    const [first, second] = [ask(1), ask(2)];
    end(1, new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    await eventually(() => expect(begun).toEqual([1, 2]));
    end(2);
    expect(await second).toBe(20);
    const third = ask(3);
    end(3);
    expect(await third).toBe(30);
  });
});
