import { promisify } from 'node:util';
import { constants, deflateRaw, deflateRawSync } from 'node:zlib';
import { EntryDraft } from './entry-draft.ts';
import type { Segment } from './write-archive.ts';

/** A part of a file: what it says, and the same as `deflatePart` made it, of so many bytes; both may wait in storage. */
export type Part = {
  read(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  readDeflated(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
  deflatedSize: number;
};

/** Parts are lists of hashes and ids, of which more effort makes nothing shorter: a hundredth, in twice the time. */
const OPTIONS = { level: 1, finishFlush: constants.Z_SYNC_FLUSH };
/** What a deflated file ends with behind its last part: an empty block that says it is the last. */
const END = deflateRawSync('');
const inPool = promisify(deflateRaw);

/** Deflates a part of a file up to a whole byte and without an end, so that others can stand before and behind it. */
export function deflatePart(bytes: Buffer): Promise<Buffer> {
  return inPool(bytes, OPTIONS);
}

/** A short part, deflated at once. */
export function shortPart(bytes: Buffer): Part {
  const deflated = deflateRawSync(bytes, OPTIONS);
  return { read: () => [bytes], readDeflated: () => [deflated], deflatedSize: deflated.length };
}

/**
 * Encodes one file from parts that were deflated one by one, as a segment of its own. Their bytes are read here, for the checksums that
 * stand before the data; what they were deflated to is read when the archive is written.
 */
export async function encodeParts(name: string, parts: readonly Part[]): Promise<Segment> {
  const draft = new EntryDraft(name);
  for (const part of parts) {
    draft.addDeflated(part.deflatedSize);
    for await (const bytes of part.read()) draft.add(bytes);
  }
  draft.addDeflated(END.length);
  const { record, head } = draft.end();
  const data = async function* () {
    yield head;
    for (const part of parts) yield* part.readDeflated();
    yield END;
  };
  return { data: data(), entries: [record] };
}
