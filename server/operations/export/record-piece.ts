import { Readable } from 'node:stream';
import type { ExportRow } from '#db/queries/export-items.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { WriteRecord } from '#server/formats/format.ts';
import type { Work } from '#server/operations/operation.ts';
import type { Storage } from '#server/storage/storage.ts';

/** A row whose definition is there, as it was when it was selected. */
export type ThereRow = ExportRow & { snapshot: Record<string, unknown>; contentHash: string };

/** Puts the definitions of a chunk away until every chunk is done and files are written; each attempt under a key of its own. */
export async function storeRecords(
  { job, storage }: Work,
  number: number,
  records: readonly WriteRecord[],
): Promise<string> {
  const key = `jobs/${job.id}/records/${number}-${uuidV7()}`;
  const lines = function* () {
    for (const record of records) yield Buffer.from(`${JSON.stringify(record)}\n`);
  };
  await storage.write(key, Readable.from(lines()));
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
