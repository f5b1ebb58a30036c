import type { ArchiveDirectory } from '#server/archive/archive-directory.ts';
import type { ArchiveFile } from '#server/archive/archive-entry.ts';
import { readEntry } from '#server/archive/read-archive.ts';
import { MAX_SIGNATURE_BYTES, SIGNATURE_NAME } from '#server/seal/archive-signature.ts';

/** The signature file of an archive; null when it has none. One that is too large to be ours is cut off, and holds nothing then. */
export async function readSignatureFile(file: ArchiveFile, directory: ArchiveDirectory): Promise<Buffer | null> {
  const entry = directory.entries.named(SIGNATURE_NAME);
  if (!entry) return null;
  return entry.size > MAX_SIGNATURE_BYTES ? Buffer.alloc(0) : await readEntry(file, directory, entry);
}
