import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ArchiveDirectory } from './archive-directory.ts';
import type { ArchiveEntry, ArchiveFile } from './archive-entry.ts';
import { archiveKind } from './archive-kind.ts';
import { matchLocalHeader } from './match-local-header.ts';
import { openArchive, readAt } from './read-at.ts';
import { ArchiveRefused, refusal } from './refusal.ts';
import { STORED } from './zip-format.ts';

/** Compressed bytes handed to zlib at once. */
const STEP = 64 * 1024;

/**
 * The contents of one file of the archive in pieces, for the few that may be too large to unpack at once; packed it is held whole.
 * The same checks as `readEntries` has, as far as they are possible before the end: only after the last piece is it known to be
 * what the directory says. @throws ArchiveRefused
 */
export async function* streamEntry(
  file: ArchiveFile,
  directory: ArchiveDirectory,
  entry: ArchiveEntry,
): AsyncGenerator<Buffer, void, undefined> {
  if (directory.refusals.length > 0) throw new ArchiveRefused(directory.refusals);
  const data = await packed(file, directory, entry);
  let size = 0;
  let sum = 0;
  for await (const bytes of entry.method === STORED ? [data] : inflated(data, entry)) {
    const kind = size === 0 ? archiveKind(bytes) : null;
    if (kind !== null) throw new ArchiveRefused([refusal('archive_nested', { entry: entry.name, value: kind })]);
    size += bytes.length;
    sum = crc32(bytes, sum);
    if (size > entry.size) break;
    yield bytes;
  }
  if (size !== entry.size) throw new ArchiveRefused([refusal('archive_size_mismatch', { entry: entry.name })]);
  if (sum !== entry.crc32) throw new ArchiveRefused([refusal('archive_crc_mismatch', { entry: entry.name })]);
}

async function packed(file: ArchiveFile, directory: ArchiveDirectory, entry: ArchiveEntry): Promise<Buffer> {
  const { handle, release } = await openArchive(file);
  try {
    const extent = await readAt(handle, entry.offset, entry.end - entry.offset);
    if (extent.length !== entry.end - entry.offset) throw new ArchiveRefused([refusal('archive_truncated')]);
    const start = matchLocalHeader(extent, entry, directory.entries.recordOf(entry));
    if (typeof start !== 'number') throw new ArchiveRefused([start]);
    return extent.subarray(start, start + entry.compressedSize);
  } finally {
    await release();
  }
}

async function* inflated(data: Buffer, { name }: ArchiveEntry): AsyncGenerator<Buffer> {
  const steps = function* () {
    for (let at = 0; at < data.length; at += STEP) yield data.subarray(at, at + STEP);
  };
  const inflate = createInflateRaw();
  const source = Readable.from(steps());
  source.pipe(inflate);
  try {
    for await (const bytes of inflate) yield bytes as Buffer;
  } catch {
    throw new ArchiveRefused([refusal('archive_data_damaged', { entry: name })]);
  } finally {
    source.destroy();
    inflate.destroy();
  }
  if (inflate.bytesWritten !== data.length)
    throw new ArchiveRefused([refusal('archive_size_mismatch', { entry: name })]);
}
