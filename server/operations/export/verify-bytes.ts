import { createHash } from 'node:crypto';
import type { ExportFormat } from '#domain/export-formats.ts';
import { CarriedSum, type FileSum } from '#server/formats/carried-sum.ts';
import { detectFormat, writerOf } from '#server/formats/formats.ts';

export type VerifyOrder = { format: ExportFormat; bytes: ArrayBuffer };
/** What was found in a file; without a digest where no reader of ours reads it. */
export type VerifyAnswer = (Partial<FileSum> & { definitions: number; sha256: string }) | { problem: string };

/** What was written by us is read whatever its size. */
const NO_LIMITS = { maxBytes: Number.POSITIVE_INFINITY, maxRecords: Number.POSITIVE_INFINITY };
const MAX_PROBLEM = 200;

/** Reads a file as an import does, and adds up what it holds. Never throws: what cannot be read is a problem. */
export async function verifyBytes({ format, bytes: buffer }: VerifyOrder): Promise<VerifyAnswer> {
  const bytes = new Uint8Array(buffer);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { count, extension, readBack } = writerOf(format);
  const name = `definities.${extension}`;
  try {
    if (count) return { sha256, definitions: await count(bytes) };
    const records = readBack?.(bytes) ?? detectFormat(bytes, name)?.read(bytes, name, NO_LIMITS);
    if (!records) return { problem: 'format_unknown' };
    const sum = new CarriedSum(format);
    for await (const raw of records) sum.addRead(raw);
    return { sha256, ...sum.end() };
  } catch (error) {
    return { problem: String(error).slice(0, MAX_PROBLEM) };
  }
}
