import { randomFillSync } from 'node:crypto';

const BLOCK = 16 * 256;
const block = Buffer.alloc(BLOCK);
let used = BLOCK;

/** A UUID of version 7 (RFC 9562): sorts by its moment, to the millisecond, which keeps index inserts at the right edge. */
export function uuidV7(now = Date.now()): string {
  if (used === BLOCK) {
    randomFillSync(block);
    used = 0;
  }
  const bytes = Buffer.from(block.subarray(used, used + 16));
  used += 16;
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
