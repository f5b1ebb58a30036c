import { inTransaction } from '#db/client.ts';
import {
  type AuditBlockRow,
  type AuditKeyRow,
  blocksOfPeriod,
  listAuditBlocks,
  listAuditKeys,
  readAuditBlock,
  readAuditHead,
} from '#db/queries/audit-blocks.ts';
import {
  advanceVerification,
  claimVerification,
  endVerification,
  listEntriesBetween,
  listPrunings,
  readVerification,
  settleVerification,
  type VerificationRow,
} from '#db/queries/audit-verifications.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import type { Difference } from '#domain/audit-verification.ts';
import { recallHead } from '#server/audit/sealing/head-memory.ts';
import { readKeyFile } from '#server/audit/sealing/key-file.ts';
import type { Services } from '#server/services.ts';
import { checkBlock } from './check-block.ts';
import { findMoved } from './find-moved.ts';
import { trustedKeys } from './trusted-keys.ts';

/** Blocks between two words about how far it is. */
const BLOCKS_AT_ONCE = 8;
/** Differences that are kept one by one; the rest is counted. */
const MOST_DIFFERENCES = 1_000;
/** An end that was cut off is told block by block up to so many. */
const MOST_MISSING = 100;

type Verifying = Pick<Services, 'pool' | 'config'>;
type Ground = { keys: ReadonlyMap<string, AuditKeyRow>; highest: number };

/** Takes on the verification that waits, if any, and goes through it to its end or until somebody stops it. */
export async function verifyTrail(services: Verifying, isStopping: () => boolean): Promise<void> {
  const claimed = await claimVerification(services.pool);
  if (!claimed) return;
  const begun = await begin(services, claimed);
  let at = begun.nextBlock as number;
  const last = begun.lastBlock as number;
  const ground = await lookAround(services);
  let before = await readAuditBlock(services.pool, at - 1);
  let wanted = begun.status;
  while (wanted === 'running' && at <= last) {
    // Left as it is: another processor goes on where this one was.
    if (isStopping()) return;
    const blocks = (await listAuditBlocks(services.pool, at, BLOCKS_AT_ONCE)).filter(({ number }) => number <= last);
    const step = await look(services, ground, { blocks, before, from: at, last });
    const answer = await advanceVerification(services.pool, { id: begun.id, at, most: MOST_DIFFERENCES, ...step });
    if (answer === null) return;
    wanted = answer;
    at = step.next;
    before = blocks.at(-1) ?? before;
  }
  if (wanted === 'stopping') await end(services, begun.id, 'stopped');
  else await conclude(services, begun.id);
}

async function begin({ pool }: Verifying, claimed: VerificationRow): Promise<VerificationRow> {
  if (claimed.nextBlock !== null) return claimed;
  const whole = claimed.fromAt === null && claimed.untilAt === null;
  const period = await blocksOfPeriod(pool, { from: claimed.fromAt, until: claimed.untilAt });
  // All of it begins with the first block, whether that is there or not.
  await settleVerification(pool, claimed.id, whole ? 1 : (period?.first ?? 1), period?.last ?? 0);
  return (await readVerification(pool, claimed.id)) as VerificationRow;
}

async function lookAround({ pool, config }: Verifying): Promise<Ground> {
  const keys = trustedKeys(await listAuditKeys(pool), ownKeyId(config));
  return { keys, highest: (await readAuditHead(pool))?.number ?? 0 };
}

/** Without a key of its own it trusts the first one and those it vouched for. */
function ownKeyId(config: Verifying['config']): string | null {
  try {
    return readKeyFile(config)?.id ?? null;
  } catch {
    return null;
  }
}

type Stretch = { blocks: readonly AuditBlockRow[]; before: AuditBlockRow | null; from: number; last: number };

async function look({ pool }: Verifying, { keys, highest }: Ground, { blocks, before, from, last }: Stretch) {
  const differences: Difference[] = [];
  let expected = from;
  let entries = 0;
  let previous = before;
  const numbers = [blocks[0]?.number ?? 0, blocks.at(-1)?.number ?? 0] as const;
  const prunings = await listPrunings(pool, ...numbers);
  for (const block of blocks) {
    differences.push(...missing(expected, block.number - 1));
    const now = await listEntriesBetween(pool, block.afterId, block.lastId);
    const own = prunings.filter((pruning) => pruning.block === block.number);
    differences.push(...checkBlock({ block, before: previous, entries: now, prunings: own, keys, highest }));
    entries += now.length;
    previous = block;
    expected = block.number + 1;
  }
  if (blocks.length === 0) differences.push(...missing(expected, last));
  return {
    differences,
    entries,
    next: blocks.length === 0 ? last + 1 : expected,
    headHash: blocks.at(-1)?.hash.toString('hex') ?? null,
  };
}

function missing(from: number, until: number, kind: Difference['kind'] = 'block_removed'): Difference[] {
  const count = Math.max(0, Math.min(until - from + 1, MOST_MISSING));
  return Array.from({ length: count }, (_, index) => ({ kind, block: from + index, entryId: null }));
}

async function conclude(services: Verifying, id: string): Promise<void> {
  const row = (await readVerification(services.pool, id)) as VerificationRow;
  const atEnd = row.untilAt === null ? await checkEnd(services) : [];
  const differences = await findMoved(services.pool, [...row.differences, ...atEnd]);
  const broken = differences.length > 0 || row.differenceCount > row.differences.length;
  await end(services, id, broken ? 'broken' : 'intact', differences);
}

/** Whether the trail ends where this installation last saw it end, or later. */
async function checkEnd({ pool, config }: Verifying): Promise<Difference[]> {
  const remembered = recallHead(config);
  if (!remembered) return [];
  const head = await readAuditHead(pool);
  if ((head?.number ?? 0) < remembered.number) {
    return missing((head?.number ?? 0) + 1, remembered.number, 'truncated');
  }
  const block = await readAuditBlock(pool, remembered.number);
  // One that is missing in between was told of already.
  if (!block || block.hash.toString('hex') === remembered.hash) return [];
  return [{ kind: 'truncated', block: remembered.number, entryId: null }];
}

/** The result is an entry of the trail itself. */
async function end(
  { pool }: Verifying,
  id: string,
  status: 'stopped' | 'intact' | 'broken',
  differences?: readonly Difference[],
): Promise<void> {
  await inTransaction(pool, async (sql) => {
    const ended = await endVerification(sql, id, { status, ...(differences ? { differences } : {}) });
    if (!ended) return;
    const { firstBlock, nextBlock, entries, differenceCount, headHash } = ended;
    await insertAuditEntries(sql, { id: null, name: null, role: null, organisationId: null }, [
      {
        action: status === 'stopped' ? 'audit.verification_stopped' : `audit.verified_${status}`,
        subjectType: 'audit_verification',
        subjectId: id,
        details: {
          blocks: [firstBlock, Math.max((nextBlock ?? 1) - 1, 0)],
          entries,
          differences: differenceCount,
          head: headHash,
        },
      },
    ]);
  });
}
