import { encodeEnd, encodeRecord } from './encode-directory.ts';
import type { EntryRecord } from './write-segment.ts';
import { LOCAL_LENGTH } from './zip-format.ts';

/** A piece of an archive as `encodeEntries` made it; the data may come from storage. */
export type Segment = {
  data: Buffer | AsyncIterable<Uint8Array>;
  entries: readonly EntryRecord[];
};

/** The directory is given in pieces of about this size. */
const PIECE_BYTES = 64 * 1024;

/**
 * Joins segments, in the order given, into one archive whose directory is sorted by name; zip64 where the numbers need it.
 * The same segments give the same bytes. Only the records are held in memory. Throws when a segment is not as long as its
 * records say or when a name occurs twice: better no archive than one that cannot be read.
 */
export async function* writeArchive(
  segments: Iterable<Segment> | AsyncIterable<Segment>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const records: EntryRecord[] = [];
  let position = 0;
  for await (const { data, entries } of segments) {
    const start = position;
    for (const record of entries) records.push({ ...record, offset: start + record.offset });
    for await (const bytes of Buffer.isBuffer(data) ? [data] : data) {
      position += bytes.length;
      yield bytes;
    }
    if (position - start !== lengthOf(entries)) throw new Error('A segment is not as long as its entries say.');
  }
  let size = 0;
  for (const piece of directoryPieces(sortedByName(records))) {
    size += piece.length;
    yield piece;
  }
  yield encodeEnd({ count: records.length, size, offset: position });
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

/** By UTF-16 code unit: the same on every machine and in every locale. */
function sortedByName(records: EntryRecord[]): EntryRecord[] {
  records.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const twice = records.find((record, index) => record.name === records[index - 1]?.name);
  if (twice !== undefined) throw new Error(`Two entries have the name ${twice.name}.`);
  return records;
}

function* directoryPieces(records: Iterable<EntryRecord>): Generator<Buffer> {
  let pieces: Buffer[] = [];
  let size = 0;
  for (const record of records) {
    const encoded = encodeRecord(record);
    pieces.push(encoded);
    size += encoded.length;
    if (size < PIECE_BYTES) continue;
    yield Buffer.concat(pieces, size);
    pieces = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(pieces, size);
}
