import { crc32, type Inflate, inflateRawSync } from 'node:zlib';
import type { Finding } from '#domain/finding.ts';
import type { ArchiveEntry } from './archive-entry.ts';
import { archiveKind } from './archive-kind.ts';
import { refusal } from './refusal.ts';
import { STORED } from './zip-format.ts';

/** A workbook is an archive itself; whoever reads it has guards of their own (formats/xlsx.ts). */
const WORKBOOK = /\.xls[xm]$/i;

/** What the option `info` makes of the answer; the type of `inflateRawSync` does not know it. */
type Inflated = { buffer: Buffer; engine: Inflate };

/**
 * The contents of one entry, or why they are refused: never more memory than the stated size, exactly that size, no bytes
 * left over behind the compressed data, the right checksum, and not an archive in itself.
 */
export function inflateEntry(data: Buffer, entry: ArchiveEntry): Buffer | Finding {
  const { name, size } = entry;
  const contents = entry.method === STORED ? Buffer.from(data) : inflate(data, entry);
  if (!Buffer.isBuffer(contents)) return contents;
  if (contents.length !== size) return refusal('archive_size_mismatch', { entry: name });
  if (crc32(contents) !== entry.crc32) return refusal('archive_crc_mismatch', { entry: name });
  const kind = archiveKind(contents);
  const isWorkbook = kind === 'ZIP' && WORKBOOK.test(name);
  return kind === null || isWorkbook ? contents : refusal('archive_nested', { entry: name, value: kind });
}

function inflate(data: Buffer, { name, size }: ArchiveEntry): Buffer | Finding {
  try {
    // One output chunk of just over the size: one call into zlib, and no 16 kB kept alive behind 1 kB of contents.
    const options = {
      maxOutputLength: Math.max(1, size),
      chunkSize: Math.max(64, size + 1),
      info: true,
    };
    const { buffer, engine } = inflateRawSync(data, options) as unknown as Inflated;
    return engine.bytesWritten === data.length ? buffer : refusal('archive_size_mismatch', { entry: name });
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return refusal(tooLong ? 'archive_size_mismatch' : 'archive_data_damaged', {
      entry: name,
    });
  }
}
