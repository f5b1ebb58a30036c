import { isFileSignature } from '#domain/archive-limits.ts';
import type { ArchiveDirectory } from '#server/archive/archive-directory.ts';
import type { ArchiveEntry, ArchiveFile } from '#server/archive/archive-entry.ts';
import { MANIFEST_NAME } from '#server/archive/manifest.ts';
import { readEntry } from '#server/archive/read-archive.ts';
import { MAX_SIGNATURE_BYTES, SIGNATURE_NAME } from '#server/seal/archive-signature.ts';

/** What is signed in an archive: all of it (the signature file), single files (theirs, by name), or nothing. */
export type SignatureFiles = Buffer | ReadonlyMap<string, Buffer> | null;

/** Nobody signs more files one by one and sends them together; those beyond are files nobody vouches for. */
const MOST_FILES = 50;

/** The signature files of an archive. One that is too large to be ours is cut off, and holds nothing then. */
export async function readSignatureFiles(file: ArchiveFile, directory: ArchiveDirectory): Promise<SignatureFiles> {
  const whole = directory.entries.named(SIGNATURE_NAME);
  if (whole) return read(file, directory, whole);
  if (directory.entries.named(MANIFEST_NAME)) return null;
  const files = new Map<string, Buffer>();
  for (const entry of directory.entries)
    if (files.size < MOST_FILES && isFileSignature(entry.name))
      files.set(entry.name, await read(file, directory, entry));
  return files.size > 0 ? files : null;
}

async function read(file: ArchiveFile, directory: ArchiveDirectory, entry: ArchiveEntry): Promise<Buffer> {
  return entry.size > MAX_SIGNATURE_BYTES ? Buffer.alloc(0) : await readEntry(file, directory, entry);
}
