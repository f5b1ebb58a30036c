import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { Segment } from './write-archive.ts';
import { type EntryRecord, encodeName, localHeader } from './write-segment.ts';

/** Puts bytes away until they are asked for. */
type Keep = (bytes: AsyncIterable<Uint8Array>) => Promise<{ read(): AsyncIterable<Uint8Array> }>;

/**
 * Encodes one file that is too long to hold in memory, as a segment of its own. Its size and checksum stand before its data but
 * are known only behind it, so the compressed bytes go through `keep`.
 */
export async function encodeStream(name: string, contents: AsyncIterable<Uint8Array>, keep: Keep): Promise<Segment> {
  const rawName = encodeName(name);
  const sha256 = createHash('sha256');
  const record: EntryRecord = { name, offset: 0, crc32: 0, compressedSize: 0, size: 0, sha256: '', deflated: true };
  const counted = async function* () {
    for await (const bytes of contents) {
      record.crc32 = crc32(bytes, record.crc32);
      record.size += bytes.length;
      sha256.update(bytes);
      yield bytes;
    }
  };
  const deflate = createDeflateRaw();
  const compressed = async function* () {
    for await (const bytes of deflate) {
      record.compressedSize += bytes.length;
      yield bytes;
    }
  };
  const [kept] = await Promise.all([keep(compressed()), pipeline(counted, deflate)]).catch((error) => {
    deflate.destroy();
    throw error;
  });
  record.sha256 = sha256.digest('hex');
  const data = async function* () {
    yield localHeader(record, rawName);
    yield rawName;
    yield* kept.read();
  };
  return { data: data(), entries: [record] };
}
