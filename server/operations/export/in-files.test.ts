import { expect, it } from 'vitest';
import { inFiles } from './in-files.ts';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let number = 0; number < count; number++) yield number;
}

async function filesOf<T>(records: AsyncIterable<T>, most: { records: number; text: number }): Promise<T[][]> {
  const files: T[][] = [];
  for await (const file of inFiles(records, most)) files.push(await Array.fromAsync(file));
  return files;
}

it('fills each file before it begins the next, and makes none for nothing', async () => {
  expect(await filesOf(numbers(5), { records: 2, text: 1_000 })).toEqual([[0, 1], [2, 3], [4]]);
  expect(await filesOf(numbers(4), { records: 2, text: 1_000 })).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(await filesOf(numbers(0), { records: 2, text: 1_000 })).toEqual([]);
});

it('begins another file when texts are long, however few they are', async () => {
  async function* texts() {
    for (const text of ['a'.repeat(60), 'b'.repeat(60), 'c']) yield text;
  }
  const files = await filesOf(texts(), { records: 10, text: 100 });
  expect(files.map((file) => file.length)).toEqual([2, 1]);
});
