import { createHash, randomBytes } from 'node:crypto';
import type { AuditFilterQuery } from '#contract/audit.ts';
import { type AuditBlockRow, listAuditBlocks, listAuditKeys, readAuditHead } from '#db/queries/audit-blocks.ts';
import { newestAuditEntry } from '#db/queries/audit-horizon.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import type { AuditFilter } from '#db/queries/list-audit-entries.ts';
import { listEntriesAsSealed } from '#db/queries/list-sealed-entries.ts';
import { type Actor, mayDo } from '#domain/access.ts';
import type { EntryText } from '#domain/audit-entry-text.ts';
import { type Sight, sightOf } from '#domain/clearance.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { AUDIT_FILE_FORMAT, fileMessage, type HeaderRecord, hashHeader } from '#server/seal/audit-file.ts';
import { type LineFormat, START, toLine, type WrittenEntry, type WrittenRecord } from '#server/seal/audit-lines.ts';
import { canonicalJson, parseExactly } from '#server/seal/canonical-json.ts';
import { HASH_BYTES, sha256 } from '#server/seal/hashing.ts';
import { inclusionProofs } from '#server/seal/merkle.ts';
import { commitmentOf, leafOf, partsOf, saltOf } from '#server/seal/sealed-entry.ts';
import type { Services } from '#server/services.ts';
import { resolveFilter } from './resolve-filter.ts';
import { readKeyFile } from './sealing/key-file.ts';
import { leavesOf } from './verifying/check-block.ts';

const BLOCKS_AT_ONCE = 8;
const UNSEALED_AT_ONCE = 500;
/** Text that is handed on at once. */
const PIECE = 64 * 1024;

type Export = {
  services: Services;
  filter: AuditFilter;
  sight: Sight;
  masked: boolean;
  digest: ReturnType<typeof createHash>;
  entries: number;
  blocks: number;
};

/**
 * The audit trail as a file, by filter, oldest first, with what it takes to verify it without us. Who may not see whom it is about
 * gets it masked. That it was asked for is an entry of the trail, written before the first byte leaves.
 */
export async function exportTrail(
  services: Services,
  actor: Actor,
  { format, asked }: { format: LineFormat; asked: AuditFilterQuery },
): Promise<AsyncGenerator<string>> {
  await requireAction(services, actor, 'audit:read');
  const masked = !mayDo(actor, 'audit:personal');
  const filter = await resolveFilter(services, asked);
  const upTo = await newestAuditEntry(services.pool);
  const told = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  await insertAuditEntries(services.pool, actor, [
    { action: 'audit.exported', subjectType: 'audit', details: { format, masked, ...told } },
  ]);
  const digest = createHash('sha256');
  const work: Export = { services, filter, sight: sightOf(actor), masked, digest, entries: 0, blocks: 0 };
  const header = await headerOf(services, actor, told, masked);
  digest.update(hashHeader(header));
  return inPieces(lines(work, { format, header, upTo }));
}

async function headerOf(
  { pool }: Services,
  actor: Actor,
  filter: Record<string, string>,
  masked: boolean,
): Promise<HeaderRecord> {
  const keys = (await listAuditKeys(pool)).map(({ id, publicKey }) => ({ id, publicKey: publicKey.toString('hex') }));
  const exportedAt = new Date().toISOString();
  return { record: 'header', format: AUDIT_FILE_FORMAT, exportedAt, exportedBy: actor.id, filter, masked, keys };
}

type Frame = { format: LineFormat; header: HeaderRecord; upTo: number };

async function* lines(work: Export, { format, header, upTo }: Frame): AsyncGenerator<string> {
  yield START[format] + toLine(format, header);
  const head = await readAuditHead(work.services.pool);
  for await (const record of sealed(work, head?.number ?? 0)) yield toLine(format, record);
  for await (const record of unsealed(work, head?.lastId ?? 0, upTo)) yield toLine(format, record);
  yield toLine(format, endOf(work, header));
}

async function* sealed(work: Export, last: number): AsyncGenerator<WrittenRecord> {
  const { pool } = work.services;
  for (let from = 1; from <= last; ) {
    const blocks = await listAuditBlocks(pool, from, BLOCKS_AT_ONCE);
    for (const block of blocks.filter(({ number }) => number <= last)) yield* ofBlock(work, block);
    from = (blocks.at(-1)?.number ?? last) + 1;
  }
}

async function* ofBlock(work: Export, block: AuditBlockRow): AsyncGenerator<WrittenRecord> {
  const { services, filter, sight } = work;
  const range = { filter, sight, afterId: block.afterId, upTo: block.lastId, limit: block.entries };
  const entries = await listEntriesAsSealed(services.pool, range);
  if (entries.length === 0) return;
  const leaves = leavesOf(block);
  const isWhole = entries.length === block.entries;
  const places = entries.map(({ id }) => block.ids.indexOf(Number(id)));
  const proofs = isWhole ? [] : inclusionProofs(leaves, places);
  work.blocks++;
  work.digest.update(block.hash);
  yield {
    record: 'block',
    ...{ number: block.number, afterId: block.afterId, lastId: block.lastId, entries: block.entries },
    ...{ firstAt: block.firstAt, lastAt: block.lastAt, sealedAt: block.sealedAt },
    ...{ seedHash: sha256(block.seed).toString('hex'), root: block.root.toString('hex') },
    ...{ previous: block.previous.toString('hex'), keyId: block.keyId },
    ...{ hash: block.hash.toString('hex'), signature: block.signature.toString('hex') },
    ...(isWhole ? { leaves: leaves.map((leaf) => leaf.toString('hex')) } : {}),
  };
  for (const [index, entry] of entries.entries()) {
    const place = places[index] as number;
    const proof = proofs[index]?.map((hash) => hash.toString('hex'));
    const seat = { block: block.number, place: Math.max(place, 0), ...(proof ? { proof } : {}) };
    yield written(work, entry, saltOf(block.seed, entry.id), seat);
  }
}

async function* unsealed(work: Export, head: number, upTo: number): AsyncGenerator<WrittenRecord> {
  const { services, filter, sight } = work;
  for (let afterId = head; ; ) {
    const range = { filter, sight, afterId, upTo, limit: UNSEALED_AT_ONCE };
    const entries = await listEntriesAsSealed(services.pool, range);
    for (const entry of entries) yield written(work, entry, randomBytes(HASH_BYTES), { block: null, place: null });
    if (entries.length < UNSEALED_AT_ONCE) return;
    afterId = Number(entries.at(-1)?.id);
  }
}

type Seat = Pick<WrittenEntry, 'block' | 'place' | 'proof'>;

function written(work: Export, entry: EntryText, salt: Buffer, seat: Seat): WrittenEntry {
  const [open, personal] = partsOf(entry);
  const commitment = commitmentOf(salt, personal);
  work.entries++;
  work.digest.update(leafOf(commitment, open));
  if (work.masked) return { record: 'entry', ...open, ...seat, commitment: commitment.toString('hex') };
  const details = canonicalJson(parseExactly(entry.details));
  return { record: 'entry', ...entry, details, ...seat, salt: salt.toString('hex') };
}

/** Signed as a whole when this process has the key in use, so that nothing can be left out unseen. */
function endOf({ services, digest, entries, blocks }: Export, { keys }: HeaderRecord): WrittenRecord {
  const sum = digest.digest('hex');
  const key = readKeyFile(services.config);
  const inUse = key !== null && keys.at(-1)?.id === key.id;
  return {
    ...{ record: 'end', entries, blocks, digest: sum },
    keyId: inUse ? key.id : null,
    signature: inUse ? key.sign(fileMessage(sum)).toString('hex') : null,
  };
}

async function* inPieces(all: AsyncGenerator<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const line of all) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
