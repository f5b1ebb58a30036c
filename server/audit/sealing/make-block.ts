import { randomBytes } from 'node:crypto';
import type { AuditBlockRow, EntryToSeal } from '#db/queries/audit-blocks.ts';
import { blockMessage, hashBlock } from '#server/seal/block-header.ts';
import { HASH_BYTES, NOTHING_BEFORE, sha256 } from '#server/seal/hashing.ts';
import type { SealingKey } from '#server/seal/keys.ts';
import { merkleRoot } from '#server/seal/merkle.ts';
import { hashEntry } from '#server/seal/sealed-entry.ts';

type Before = { number: number; lastId: number; hash: Buffer };

/** The block that these entries make behind the one before it (null: the first), sealed at this moment with this key. */
export function makeBlock(
  before: Before | null,
  entries: readonly EntryToSeal[],
  { key, sealedAt }: { key: SealingKey; sealedAt: string },
): AuditBlockRow {
  const seed = randomBytes(HASH_BYTES);
  const leaves = entries.map((entry) => hashEntry(seed, entry));
  const moments = entries.map(({ at }) => at).sort();
  const root = merkleRoot(leaves);
  const previous = before?.hash ?? NOTHING_BEFORE;
  const header = {
    number: (before?.number ?? 0) + 1,
    afterId: before?.lastId ?? 0,
    lastId: Number(entries.at(-1)?.id),
    entries: entries.length,
    firstAt: moments[0] as string,
    lastAt: moments.at(-1) as string,
    sealedAt,
    keyId: key.id,
  };
  const hex = { seedHash: sha256(seed), root, previous };
  const hash = hashBlock({
    ...header,
    seedHash: hex.seedHash.toString('hex'),
    root: root.toString('hex'),
    previous: previous.toString('hex'),
  });
  return {
    ...header,
    seed,
    root,
    previous,
    hash,
    signature: key.sign(blockMessage(hash)),
    ids: entries.map(({ id }) => Number(id)),
    leaves: Buffer.concat(leaves),
  };
}
