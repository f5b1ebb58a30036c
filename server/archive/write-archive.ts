import { DirectoryRecords } from './directory-records.ts';
import { encodeEnd } from './encode-directory.ts';
import type { EntryRecord } from './write-segment.ts';
import { LOCAL_LENGTH } from './zip-format.ts';

/** A piece of an archive as `encodeEntries` made it; the data may come from storage. */
export type Segment = {
  data: Buffer | AsyncIterable<Uint8Array>;
  entries: readonly EntryRecord[];
};

/**
 * Joins segments, in the order given, into one archive whose directory is sorted by name; zip64 where the numbers need it.
 * The same segments give the same bytes. Only the records are held in memory, encoded. Throws when a segment is not as long as its
 * records say or when a name occurs twice: better no archive than one that cannot be read.
 */
export async function* writeArchive(
  segments: Iterable<Segment> | AsyncIterable<Segment>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const records = new DirectoryRecords();
  let position = 0;
  for await (const { data, entries } of segments) {
    const start = position;
    records.add(entries, start);
    for await (const bytes of Buffer.isBuffer(data) ? [data] : data) {
      position += bytes.length;
      yield bytes;
    }
    if (position - start !== lengthOf(entries)) throw new Error('A segment is not as long as its entries say.');
  }
  let size = 0;
  for (const piece of records.sorted()) {
    size += piece.length;
    yield piece;
  }
  yield encodeEnd({ count: records.count, size, offset: position });
}

/** The bytes a segment has according to its records, which must follow each other without a gap. */
function lengthOf(entries: readonly EntryRecord[]): number {
  let end = 0;
  for (const { name, offset, compressedSize } of entries) {
    if (offset !== end) throw new Error(`A segment does not have ${name} where its entries say.`);
    end += LOCAL_LENGTH + Buffer.byteLength(name) + compressedSize;
  }
  return end;
}
