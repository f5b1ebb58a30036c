import type { Seal } from '#contract/audit-verifications.ts';
import { listAuditKeys, readAuditHead } from '#db/queries/audit-blocks.ts';
import { listVerifications } from '#db/queries/audit-verifications.ts';
import { readSealRow } from '#db/queries/read-seal.ts';
import type { Actor } from '#domain/access.ts';
import { isOpenVerification } from '#domain/audit-verification.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';
import { presentVerification } from './present-verification.ts';

/** The last one that came to an end is among so many. */
const LOOK_BACK = 50;

/** How sealing goes, and what the last verification said. For auditors and administrators. */
export async function readSeal(services: Services, actor: Actor): Promise<Seal> {
  await requireAction(services, actor, 'audit:read');
  const { pool } = services;
  const row = await readSealRow(pool);
  const head = await readAuditHead(pool);
  const keys = await listAuditKeys(pool);
  const verifications = (await listVerifications(pool, LOOK_BACK)).map(presentVerification);
  return {
    ...row,
    head: head ? { number: head.number, hash: head.hash.toString('hex'), sealedAt: head.sealedAt } : null,
    keys: keys.map(({ id, publicKey, createdAt }) => ({ id, publicKey: publicKey.toString('hex'), createdAt })),
    lastVerified: verifications.find(({ status }) => status === 'intact' || status === 'broken') ?? null,
    open: verifications.find(({ status }) => isOpenVerification(status)) ?? null,
  };
}
