import type { FileHandle } from 'node:fs/promises';
import { readAt } from './read-at.ts';

/** Small enough to give the event loop a turn between blocks, large enough to make reads rare: about 400 small entries. */
const BLOCK_BYTES = 256 * 1024;

/**
 * Reads ranges of a file, in ascending order, in blocks: most answers are a view on a block already read. A view stays
 * valid, but keeps its whole block in memory for as long as it is kept.
 */
export function blockReader(file: FileHandle): (offset: number, length: number) => Promise<Buffer> | Buffer {
  let start = 0;
  let block: Buffer = Buffer.alloc(0);
  return (offset, length) => {
    const within = offset >= start && offset + length <= start + block.length;
    if (within) return block.subarray(offset - start, offset - start + length);
    return readAt(file, offset, Math.max(length, BLOCK_BYTES)).then((bytes) => {
      start = offset;
      block = bytes;
      return bytes.subarray(0, length);
    });
  };
}
