import { createHash } from 'node:crypto';
import type { ExportFormat } from '#domain/export-formats.ts';
import { CarriedSum, type FileSum } from '#server/formats/carried-sum.ts';
import { detectFormat, writerOf } from '#server/formats/formats.ts';

/** What was found in a file; without a digest where no reader of ours reads it. */
export type VerifyAnswer = (Partial<FileSum> & { definitions: number; sha256: string }) | { problem: string };

/** What was written by us is read whatever its size. */
const NO_LIMITS = { maxBytes: Number.POSITIVE_INFINITY, maxRecords: Number.POSITIVE_INFINITY };
const MAX_PROBLEM = 200;

/** A file to read: as many bytes as were written, in pieces. */
export type WrittenFile = { format: ExportFormat; size: number };

/** Reads a file as an import does, and adds up what it holds. Never throws: what cannot be read is a problem. */
export async function verifyBytes(
  { format, size }: WrittenFile,
  pieces: AsyncIterable<Uint8Array>,
): Promise<VerifyAnswer> {
  const hash = createHash('sha256');
  const hashed = async function* () {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  };
  try {
    const found = await readBack({ format, size }, hashed());
    return { sha256: hash.digest('hex'), ...found };
  } catch (error) {
    return { problem: String(error).slice(0, MAX_PROBLEM) };
  }
}

async function readBack(
  { format, size }: WrittenFile,
  pieces: AsyncIterable<Uint8Array>,
): Promise<Partial<FileSum> & Pick<FileSum, 'definitions'>> {
  const { count, extension, readBack: inPieces } = writerOf(format);
  const sum = new CarriedSum(format);
  if (inPieces) {
    for await (const raw of inPieces(pieces)) sum.addRead(raw);
    return sum.end();
  }
  const bytes = await gather(pieces, size);
  if (count) return { definitions: await count(bytes) };
  const name = `definities.${extension}`;
  const records = detectFormat(bytes, name)?.read(bytes, name, NO_LIMITS);
  if (!records) throw new Error('format_unknown');
  for await (const raw of records) sum.addRead(raw);
  return sum.end();
}

/** The whole of a file whose length is known, without its pieces beside it. */
async function gather(pieces: AsyncIterable<Uint8Array>, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let end = 0;
  for await (const piece of pieces) {
    if (end + piece.length > size) throw new RangeError('longer than it was written');
    bytes.set(piece, end);
    end += piece.length;
  }
  return bytes.subarray(0, end);
}
