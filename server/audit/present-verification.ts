import type { Verification } from '#contract/audit-verifications.ts';
import type { VerificationRow } from '#db/queries/audit-verifications.ts';

export function presentVerification(row: VerificationRow): Verification {
  const { firstBlock, lastBlock, nextBlock } = row;
  const begun = firstBlock !== null && lastBlock !== null && nextBlock !== null;
  return {
    id: row.id,
    status: row.status,
    requestedBy: row.requestedName,
    from: row.fromAt?.toISOString() ?? null,
    until: row.untilAt?.toISOString() ?? null,
    blocks: begun ? lastBlock - firstBlock + 1 : null,
    blocksDone: begun ? nextBlock - firstBlock : 0,
    entries: row.entries,
    differenceCount: row.differenceCount,
    differences: row.differences,
    headHash: row.headHash,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
