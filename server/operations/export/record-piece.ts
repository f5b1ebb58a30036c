import { Readable } from 'node:stream';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { WriteRecord } from '#server/formats/format.ts';
import type { Work } from '#server/operations/operation.ts';
import type { Storage } from '#server/storage/storage.ts';

/** A definition as a line of a piece. */
export const recordLine = (record: WriteRecord): string => `${JSON.stringify(record)}\n`;

/** Puts the definitions of a chunk away until every chunk is done and files are written; each attempt under a key of its own. */
export async function storeRecords({ job, storage }: Work, number: number, lines: readonly string[]): Promise<string> {
  const key = `jobs/${job.id}/records/${number}-${uuidV7()}`;
  await storage.write(key, Readable.from([Buffer.from(lines.join(''))]));
  return key;
}

/** What `storeRecords` put away under these keys, one chunk in memory at a time. */
export async function* readRecords(
  storage: Storage,
  keys: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<WriteRecord> {
  for await (const key of keys) {
    const text = Buffer.concat(await Array.fromAsync(storage.read(key))).toString();
    for (const line of text.split('\n')) if (line !== '') yield JSON.parse(line) as WriteRecord;
  }
}
