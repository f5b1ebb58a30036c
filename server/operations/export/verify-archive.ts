import { createHash } from 'node:crypto';
import { OWN_FILE_LIMITS } from '#server/archive/own-file-limits.ts';
import { readDirectory } from '#server/archive/read-archive.ts';
import { JobFailed } from '#server/operations/operation.ts';
import type { Storage } from '#server/storage/storage.ts';

/**
 * Reads an archive back from the storage: the bytes that were hashed while they were written, and a directory that our own reader
 * takes without a remark.
 * @throws JobFailed when it is anything else
 */
export async function verifyArchive(
  storage: Storage,
  key: string,
  { size, sha256 }: { size: number; sha256: string },
): Promise<void> {
  const hash = createHash('sha256');
  let read = 0;
  for await (const bytes of storage.read(key) as AsyncIterable<Uint8Array>) {
    hash.update(bytes);
    read += bytes.length;
  }
  const file = await storage.open(key);
  try {
    const { refusals } = await readDirectory(file, OWN_FILE_LIMITS);
    const found = refusals[0]?.code ?? (read === size && hash.digest('hex') === sha256 ? null : 'sha256');
    if (found !== null) throw new JobFailed('export_not_verified', { format: 'zip', found });
  } finally {
    await file.close();
  }
}
