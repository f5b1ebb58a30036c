import { pipeline } from 'node:stream/promises';
import { createDeflateRaw } from 'node:zlib';
import { EntryDraft } from './entry-draft.ts';
import type { Segment } from './write-archive.ts';

/** Puts bytes away until they are asked for. */
type Keep = (bytes: AsyncIterable<Uint8Array>) => Promise<{ read(): AsyncIterable<Uint8Array> }>;

/**
 * Encodes one file that is too long to hold in memory, as a segment of its own. Its size and checksum stand before its data but
 * are known only behind it, so the compressed bytes go through `keep`.
 */
export async function encodeStream(name: string, contents: AsyncIterable<Uint8Array>, keep: Keep): Promise<Segment> {
  const draft = new EntryDraft(name);
  const counted = async function* () {
    for await (const bytes of contents) {
      draft.add(bytes);
      yield bytes;
    }
  };
  const deflate = createDeflateRaw();
  const compressed = async function* () {
    for await (const bytes of deflate) {
      draft.addDeflated(bytes.length);
      yield bytes;
    }
  };
  const [kept] = await Promise.all([keep(compressed()), pipeline(counted, deflate)]).catch((error) => {
    deflate.destroy();
    throw error;
  });
  const { record, head } = draft.end();
  const data = async function* () {
    yield head;
    yield* kept.read();
  };
  return { data: data(), entries: [record] };
}
