import type { AuditBlockRow, AuditKeyRow } from '#db/queries/audit-blocks.ts';
import type { PruningRow } from '#db/queries/audit-verifications.ts';
import type { EntryText } from '#domain/audit-entry-text.ts';
import type { Difference } from '#domain/audit-verification.ts';
import { blockMessage, hashBlock } from '#server/seal/block-header.ts';
import { canonicalJson, parseExactly } from '#server/seal/canonical-json.ts';
import { HASH_BYTES, NOTHING_BEFORE, sha256 } from '#server/seal/hashing.ts';
import { isSigned, pruningMessage } from '#server/seal/keys.ts';
import { merkleRoot } from '#server/seal/merkle.ts';
import { hashEntry } from '#server/seal/sealed-entry.ts';

export type BlockCheck = {
  block: AuditBlockRow;
  /** The block before it as it is now; null for the first one. */
  before: AuditBlockRow | null;
  entries: readonly EntryText[];
  prunings: readonly PruningRow[];
  keys: ReadonlyMap<string, AuditKeyRow>;
  /** The highest number a block has. */
  highest: number;
};

/** Everything in which a block and its entries are not what was sealed. */
export function checkBlock(check: BlockCheck): Difference[] {
  const { block } = check;
  const about = (kind: Difference['kind']): Difference => ({ kind, block: block.number, entryId: null });
  const ofBlock = checkHeader(check, about);
  return [...ofBlock, ...checkChain(check, ofBlock.length > 0, about), ...checkEntries(check, about)];
}

type About = (kind: Difference['kind']) => Difference;

function checkHeader({ block, before, keys, highest }: BlockCheck, about: About): Difference[] {
  const found: Difference[] = [];
  if (!hashWith(block, block.number).equals(block.hash)) {
    const meant = numberByHash(block, highest);
    found.push(meant === null ? about('block_changed') : { ...about('block_moved'), block: meant, to: block.number });
  }
  const key = keys.get(block.keyId);
  const older = before ? (keys.get(before.keyId)?.number ?? 0) : 0;
  if (!key || key.number < older) found.push(about('key_unknown'));
  else if (!isSigned(key.publicKey, blockMessage(block.hash), block.signature)) found.push(about('signature_invalid'));
  return found;
}

function hashWith(block: AuditBlockRow, number: number): Buffer {
  return hashBlock({
    ...block,
    number,
    seedHash: sha256(block.seed).toString('hex'),
    root: block.root.toString('hex'),
    previous: block.previous.toString('hex'),
  });
}

/** Where a block was sealed that now has another number; null when that is not all that has changed. */
function numberByHash(block: AuditBlockRow, highest: number): number | null {
  for (let number = 1; number <= highest + 1; number++) {
    if (hashWith(block, number).equals(block.hash)) return number;
  }
  return null;
}

/** Looked at only where nothing else explains why blocks do not fit. */
function checkChain({ block, before }: BlockCheck, explained: boolean, about: About): Difference[] {
  if (explained || (before === null ? block.number !== 1 : before.number !== block.number - 1)) return [];
  const fits =
    before === null ? block.previous.equals(NOTHING_BEFORE) && block.afterId === 0 : followsOn(block, before);
  return fits ? [] : [about('chain_broken')];
}

function followsOn(block: AuditBlockRow, before: AuditBlockRow): boolean {
  return block.previous.equals(before.hash) && block.afterId === before.lastId;
}

function checkEntries({ block, entries, prunings, keys }: BlockCheck, about: About): Difference[] {
  const hashes = new Map(entries.map((entry) => [Number(entry.id), hashEntry(block.seed, entry)]));
  const kept = leavesOf(block);
  const now = [...hashes.values()];
  if (now.length === block.entries && merkleRoot(now).equals(block.root)) {
    const alike = block.ids.every((id, index) => hashes.get(id)?.equals(kept[index] as Buffer));
    return alike ? [] : [about('leaves_changed')];
  }
  const found: Difference[] = [];
  if (!merkleRoot(kept).equals(block.root)) found.push(about('leaves_changed'));
  const pruned = new Set<number>();
  for (const pruning of prunings) {
    if (isPruningValid(pruning, block, keys)) for (const id of pruning.ids) pruned.add(id);
    else found.push(about('pruning_invalid'));
  }
  const of = (kind: Difference['kind'], entryId: number): Difference => ({ kind, block: block.number, entryId });
  const sealed = new Set(block.ids);
  for (const [index, id] of block.ids.entries()) {
    const hash = hashes.get(id);
    if (hash === undefined) {
      if (!pruned.has(id)) found.push(of('entry_removed', id));
    } else if (!hash.equals(kept[index] as Buffer)) found.push(of('entry_changed', id));
  }
  for (const id of hashes.keys()) if (!sealed.has(id)) found.push(of('entry_added', id));
  return found;
}

/** The hashes a block was made of, as they are kept beside it. */
export function leavesOf({ leaves }: Pick<AuditBlockRow, 'leaves'>): Buffer[] {
  const count = Math.floor(leaves.length / HASH_BYTES);
  return Array.from({ length: count }, (_, index) => leaves.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES));
}

function isPruningValid(pruning: PruningRow, block: AuditBlockRow, keys: BlockCheck['keys']): boolean {
  const key = keys.get(pruning.keyId);
  if (!key) return false;
  const years = canonicalJson(parseExactly(pruning.years));
  const message = pruningMessage({ ...pruning, years, blockHash: block.hash.toString('hex') });
  return isSigned(key.publicKey, message, pruning.signature);
}
