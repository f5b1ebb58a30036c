import { createHash } from 'node:crypto';
import {
  type BlockRecord,
  type EndRecord,
  type EntryRecord,
  fileMessage,
  type HeaderRecord,
  hashHeader,
} from './audit-file.ts';
import { blockMessage, hashBlock } from './block-header.ts';
import { NOTHING_BEFORE } from './hashing.ts';
import { isSigned, keyIdOf } from './keys.ts';
import { merkleRoot, rootByProof } from './merkle.ts';
import { type ReadRecord, readAuditFile, UnreadableFile } from './read-audit-file.ts';
import { commitmentOf, leafOf, partsOf } from './sealed-entry.ts';

/** Faults that are told one by one; the rest is counted. */
const MOST_FAULTS = 100;

export type FileVerdict = {
  /** In sentences, the first hundred; empty: intact. */
  faults: string[];
  faultCount: number;
  entries: number;
  blocks: number;
  unsealed: number;
  masked: boolean;
  keyIds: string[];
  /** Whether a key that was named as trusted vouches for it; null: none was named. */
  trusted: boolean | null;
  /** Whether the file as a whole is signed, so that nothing can have been left out of it either. */
  signed: boolean;
};

type State = {
  header: HeaderRecord;
  keys: Map<string, Buffer>;
  digest: ReturnType<typeof createHash>;
  block: BlockRecord | null;
  places: Set<number>;
  usedKeys: Set<string>;
  verdict: FileVerdict;
};

/**
 * Verifies an export of an audit trail with nothing but the file and, when given, the public keys (hexadecimal digits) that are
 * trusted. @throws UnreadableFile when it is no export, or not whole
 */
export async function verifyAuditFile(path: string, trustedKeys: readonly string[] = []): Promise<FileVerdict> {
  let state: State | null = null;
  let end: EndRecord | null = null;
  for await (const read of readAuditFile(path)) {
    const { record, line } = read;
    if (end) throw new UnreadableFile(`Something comes after the end, on line ${line}.`);
    if (state === null) {
      if (record.record !== 'header') throw new UnreadableFile('The file does not begin with the header of an export.');
      state = begin(record);
    } else if (record.record === 'block') beginBlock(state, record);
    else if (record.record === 'entry') takeEntry(state, read as ReadRecord & { record: EntryRecord });
    else if (record.record === 'end') end = record;
    else throw new UnreadableFile(`A second header is on line ${line}.`);
  }
  if (state === null) throw new UnreadableFile('The file is empty.');
  if (end === null) throw new UnreadableFile('The file has no end: it was cut off.');
  finishBlock(state);
  return finish(state, end, trustedKeys);
}

function begin(header: HeaderRecord): State {
  const keys = new Map<string, Buffer>();
  for (const { id, publicKey } of header.keys) keys.set(id, Buffer.from(publicKey, 'hex'));
  const verdict: FileVerdict = {
    ...{ faults: [], faultCount: 0, entries: 0, blocks: 0, unsealed: 0 },
    ...{ masked: header.masked, keyIds: [], trusted: null, signed: false },
  };
  const digest = createHash('sha256').update(hashHeader(header));
  return { header, keys, digest, block: null, places: new Set(), usedKeys: new Set(), verdict };
}

function fault({ verdict }: State, sentence: string): void {
  verdict.faultCount++;
  if (verdict.faults.length < MOST_FAULTS) verdict.faults.push(sentence);
}

function beginBlock(state: State, block: BlockRecord): void {
  const before = state.block;
  finishBlock(state);
  const hash = hashBlock(block);
  state.digest.update(hash);
  state.verdict.blocks++;
  state.usedKeys.add(block.keyId);
  const name = `Block ${block.number}`;
  const key = state.keys.get(block.keyId);
  if (hash.toString('hex') !== block.hash) fault(state, `${name} is not what was sealed.`);
  else if (!key || keyIdOf(key) !== block.keyId)
    fault(state, `${name} is signed with key ${block.keyId}, which is not in the file.`);
  else if (!isSigned(key, blockMessage(hash), Buffer.from(block.signature, 'hex'))) {
    fault(state, `The signature of block ${block.number} does not hold.`);
  }
  if (before && block.number <= before.number) fault(state, `${name} stands behind block ${before.number}.`);
  if (before && block.number === before.number + 1 && block.previous !== before.hash) {
    fault(state, `${name} does not follow on block ${before.number}.`);
  }
  if (block.number === 1 && block.previous !== NOTHING_BEFORE.toString('hex')) {
    fault(state, 'Block 1 says that something came before it.');
  }
  if (block.leaves && !leavesFit(block)) fault(state, `The hashes of block ${block.number} do not add up to its root.`);
  state.block = block;
  state.places = new Set();
}

function leavesFit({ leaves = [], entries, root }: BlockRecord): boolean {
  if (leaves.length !== entries || entries === 0) return false;
  return merkleRoot(leaves.map((leaf) => Buffer.from(leaf, 'hex'))).toString('hex') === root;
}

/** A whole block must have each of its entries. */
function finishBlock(state: State): void {
  const { block, places } = state;
  if (!block?.leaves) return;
  const missing = block.entries - places.size;
  if (missing > 0) fault(state, `${missing} of the entries of block ${block.number} are missing.`);
}

function takeEntry(state: State, { record, details, line }: ReadRecord & { record: EntryRecord }): void {
  const { verdict, block } = state;
  verdict.entries++;
  const leaf = leafOfRecord(record, details, line);
  state.digest.update(leaf);
  if (record.block === null) {
    verdict.unsealed++;
    return;
  }
  const name = `Entry ${record.id}`;
  const { place } = record;
  if (!block || block.number !== record.block || place === null || place >= block.entries) {
    fault(state, `${name} (line ${line}) stands in no block it could be in.`);
    return;
  }
  if (state.places.has(place))
    fault(state, `${name} (line ${line}) has the place of another entry of block ${block.number}.`);
  state.places.add(place);
  if (!isAsSealed(leaf, place, block, record)) {
    fault(state, `${name} (line ${line}, block ${block.number}) is not what was sealed.`);
  }
}

function isAsSealed(leaf: Buffer, place: number, block: BlockRecord, { proof = [] }: EntryRecord): boolean {
  if (block.leaves) return block.leaves[place] === leaf.toString('hex');
  const hashes = proof.map((one) => Buffer.from(one, 'hex'));
  return rootByProof(leaf, place, block.entries, hashes)?.toString('hex') === block.root;
}

function leafOfRecord(record: EntryRecord, details: string, line: number): Buffer {
  const { salt, commitment, actorName = null, ip = null, userAgent = null } = record;
  const [open, personal] = partsOf({ ...record, details, actorName, ip, userAgent });
  if (commitment !== undefined) return leafOf(Buffer.from(commitment, 'hex'), open);
  if (salt === undefined) throw new UnreadableFile(`Line ${line} is no entry as we write it: it has no salt.`);
  return leafOf(commitmentOf(Buffer.from(salt, 'hex'), personal), open);
}

function finish(state: State, end: EndRecord, trustedKeys: readonly string[]): FileVerdict {
  const { verdict, keys, usedKeys } = state;
  if (end.entries !== verdict.entries || end.blocks !== verdict.blocks) {
    const said = `${end.entries} entries in ${end.blocks} blocks`;
    fault(state, `The file was exported with ${said}, and has ${verdict.entries} in ${verdict.blocks}.`);
  }
  const digest = state.digest.digest('hex');
  const key = end.keyId === null ? undefined : keys.get(end.keyId);
  if (digest !== end.digest)
    fault(state, 'The file is not the one that was exported: something in it was changed, left out or put in.');
  else if (key && end.signature !== null) {
    verdict.signed = isSigned(key, fileMessage(digest), Buffer.from(end.signature, 'hex'));
    if (!verdict.signed) fault(state, 'The signature of the file does not hold.');
  }
  if (end.keyId !== null) usedKeys.add(end.keyId);
  verdict.keyIds = [...usedKeys];
  verdict.trusted = trustedKeys.length === 0 ? null : isTrusted(state, end, trustedKeys);
  if (verdict.trusted === false) fault(state, 'It was signed with another key than the one you trust.');
  return verdict;
}

/** The key that signed the file vouches for the older ones it lists; without such a signature each one must be named. */
function isTrusted({ verdict, keys, usedKeys }: State, end: EndRecord, trustedKeys: readonly string[]): boolean {
  const isNamed = (id: string) => trustedKeys.includes(keys.get(id)?.toString('hex') ?? '');
  if (verdict.signed && end.keyId !== null && isNamed(end.keyId)) return true;
  return usedKeys.size > 0 && [...usedKeys].every(isNamed);
}
