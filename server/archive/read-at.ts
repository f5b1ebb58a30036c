import { type FileHandle, open } from 'node:fs/promises';
import type { ArchiveFile } from './archive-entry.ts';

/** Reads `length` bytes from `offset`; fewer only where the file ends. The buffer belongs to the caller. */
export async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** The opened file and how to let go of it: a path is closed again, the caller's own handle stays open. */
export async function openArchive(file: ArchiveFile): Promise<{ handle: FileHandle; release: () => Promise<void> }> {
  if (typeof file !== 'string')
    return { handle: Buffer.isBuffer(file) ? inMemory(file) : file, release: async () => {} };
  const handle = await open(file, 'r');
  return { handle, release: () => handle.close() };
}

/** As much of a file as reading an archive takes, over bytes that are there already. */
function inMemory(bytes: Buffer): FileHandle {
  const file = {
    stat: async () => ({ size: bytes.length }),
    read: async (target: Buffer, offset: number, length: number, position: number) => ({
      bytesRead: bytes.copy(target, offset, position, position + length),
      buffer: target,
    }),
  };
  return file as unknown as FileHandle;
}
