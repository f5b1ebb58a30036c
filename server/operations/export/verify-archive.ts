import { createHash } from 'node:crypto';
import { OWN_FILE_LIMITS } from '#server/archive/own-file-limits.ts';
import { readEnd } from '#server/archive/read-end.ts';
import { JobFailed } from '#server/operations/operation.ts';
import type { Storage } from '#server/storage/storage.ts';

/** What a stored archive has to be; `entries` as they were counted while it was written. */
export type ExpectedArchive = { size: number; sha256: string; entries: number };

/**
 * Reads an archive back from the storage: the bytes that were hashed while they were written, with a directory of as many entries
 * where our own reader looks for it. What the entries hold was hashed before they went in.
 * @throws JobFailed when it is anything else
 */
export async function verifyArchive(storage: Storage, key: string, expected: ExpectedArchive): Promise<void> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const bytes of storage.read(key) as AsyncIterable<Uint8Array>) {
    hash.update(bytes);
    size += bytes.length;
  }
  if (size !== expected.size || hash.digest('hex') !== expected.sha256) throw notVerified('sha256');
  const file = await storage.open(key);
  try {
    const end = await readEnd(file, size, OWN_FILE_LIMITS);
    if ('code' in end) throw notVerified(end.code);
    if (end.count !== expected.entries) throw notVerified(String(end.count));
  } finally {
    await file.close();
  }
}

function notVerified(found: string): JobFailed {
  return new JobFailed('export_not_verified', { format: 'zip', found });
}
