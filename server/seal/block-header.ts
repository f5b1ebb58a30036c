import { BLOCK, sha256 } from './hashing.ts';

/** What a block says of itself, and what is signed; moments in UTC to the microsecond, hashes in hexadecimal digits. */
export type BlockHeader = {
  number: number;
  afterId: number;
  lastId: number;
  entries: number;
  firstAt: string;
  lastAt: string;
  sealedAt: string;
  /** Of the seed its entries' salts are derived of. */
  seedHash: string;
  root: string;
  /** The hash of the block before it. */
  previous: string;
  keyId: string;
};

export function hashBlock(block: BlockHeader): Buffer {
  const place = [block.number, block.afterId, block.lastId, block.entries].map(String);
  const moments = [block.firstAt, block.lastAt, block.sealedAt];
  const hashes = [block.seedHash, block.root, block.previous];
  return sha256(BLOCK, JSON.stringify(['lexport-audit-block-1', ...place, ...moments, ...hashes, block.keyId]));
}

/** What the signature of a block is over. */
export function blockMessage(hash: Buffer): string {
  return `lexport-audit-block-1:${hash.toString('hex')}`;
}
