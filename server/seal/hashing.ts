import { hash } from 'node:crypto';

/** What a hash is over is told by its first byte, so that no hash of one kind can be passed off as one of another. */
export const LEAF = Buffer.from([0]);
export const NODE = Buffer.from([1]);
export const PERSON = Buffer.from([2]);
export const BLOCK = Buffer.from([3]);
export const SALT = Buffer.from([4]);

export const HASH_BYTES = 32;
export const NOTHING_BEFORE: Buffer = Buffer.alloc(HASH_BYTES);

/** SHA-256 of these, one after the other. */
export function sha256(...parts: readonly (Buffer | string)[]): Buffer {
  const all = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  return hash('sha256', all, 'buffer');
}
