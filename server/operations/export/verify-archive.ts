import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
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
  const file = await storage.open(key);
  try {
    const { size, sha256 } = await hashOf(file);
    if (size !== expected.size || sha256 !== expected.sha256) throw notVerified('sha256');
    const end = await readEnd(file, size, OWN_FILE_LIMITS);
    if ('code' in end) throw notVerified(end.code);
    if (end.count !== expected.entries) throw notVerified(String(end.count));
  } finally {
    await file.close();
  }
}

/** Read in blocks, into one buffer: a stream takes a sixteenth of that at a time, and new memory for each. */
const BLOCK_BYTES = 1024 * 1024;

async function hashOf(file: FileHandle): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  for (let size = 0; ; ) {
    const { bytesRead } = await file.read(block, 0, BLOCK_BYTES, size);
    if (bytesRead === 0) return { size, sha256: hash.digest('hex') };
    hash.update(block.subarray(0, bytesRead));
    size += bytesRead;
  }
}

function notVerified(found: string): JobFailed {
  return new JobFailed('export_not_verified', { format: 'zip', found });
}
