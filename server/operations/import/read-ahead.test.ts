import { expect, it } from 'vitest';
import { readAhead } from './read-ahead.ts';

/** Counts to `last`, and notes what it was asked for and that it was ended. */
function counting(last: number, failing = -1) {
  const noted: (number | 'ended')[] = [];
  async function* source(): AsyncGenerator<number> {
    try {
      for (let value = 1; value <= last; value++) {
        noted.push(value);
        if (value === failing) throw new Error(`no ${value}`);
        yield value;
      }
    } finally {
      noted.push('ended');
    }
  }
  return { noted, values: readAhead(source()) };
}

it('yields everything in its order, each asked for while the one before is used', async () => {
  const { noted, values } = counting(3);
  expect(noted).toEqual([]);
  expect(await values.next()).toEqual({ done: false, value: 1 });
  expect(noted).toEqual([1, 2]);
  expect(await Array.fromAsync(values)).toEqual([2, 3]);
  expect(noted).toEqual([1, 2, 3, 'ended']);
});

it('fails where its source does, after what came before', async () => {
  const { noted, values } = counting(3, 2);
  expect(await values.next()).toEqual({ done: false, value: 1 });
  await expect(values.next()).rejects.toThrow('no 2');
  expect(noted).toEqual([1, 2, 'ended']);
});

it('ends its source when nobody wants more', async () => {
  const { noted, values } = counting(9);
  for await (const value of values) if (value === 2) break;
  expect(noted).toEqual([1, 2, 3, 'ended']);
});
