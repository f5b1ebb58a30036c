import { DEFINITIONS_PER_FILE } from '#domain/export-formats.ts';

/** In characters of their JSON: what is longer would not fit into memory when it is read again. */
const MOST_TEXT = 16 * 1024 * 1024;

/** The records of each file in turn; a file has to be read to its end before the next is asked for. */
export async function* inFiles<T>(
  records: AsyncIterable<T>,
  most = { records: DEFINITIONS_PER_FILE, text: MOST_TEXT },
): AsyncGenerator<AsyncGenerator<T>> {
  const iterator = records[Symbol.asyncIterator]();
  let next = await iterator.next();
  async function* one(): AsyncGenerator<T> {
    let text = 0;
    for (let count = 0; !next.done && count < most.records && text < most.text; count++) {
      text += JSON.stringify(next.value).length;
      yield next.value;
      next = await iterator.next();
    }
  }
  while (!next.done) yield one();
}
