import type { z } from 'zod';
import type { HashAnswers, ProofPage, proofQuerySchema } from '#contract/provenance.ts';
import { findProof, listProofs as findProofs, findSealOf } from '#db/queries/proofs.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { cursorsOf, pageAt } from '#server/page-at.ts';
import type { ProofFile } from '#server/seal/proof-file.ts';
import type { Services } from '#server/services.ts';
import { answerHashes } from './answer-hashes.ts';
import { singleProofFile } from './proof-file-of.ts';

const SORT = 'proofs';

/** What the organisation locked, newest first. */
export async function listProofs(
  services: Services,
  actor: Actor,
  { cursor, limit, ...filter }: z.output<typeof proofQuerySchema>,
): Promise<ProofPage> {
  await requireAction(services, actor, 'definition:read');
  const at = pageAt(cursor, SORT, 3);
  const page = await findProofs(services.pool, { own: actor, filter, at, limit });
  const items = page.rows.map(({ key: _, place: __, seal, sealedAt, keyId, lockedAt, ...proof }) => ({
    ...proof,
    lockedAt: lockedAt.toISOString(),
    seal: seal === null ? null : { number: seal, sealedAt: sealedAt?.toISOString() ?? '', keyId: keyId ?? '' },
  }));
  return { items, ...cursorsOf(page, SORT), total: page.total };
}

/** One proof as a file that can be verified with nothing else. @throws Problem `not_found`, also as long as it is not sealed */
export async function readProofFile(
  services: Services,
  actor: Actor,
  which: { jobId: string; position: number },
): Promise<ProofFile> {
  await requireAction(services, actor, 'artifact:download');
  const proof = await findProof(services.pool, actor, which);
  const seal = proof && (await findSealOf(services.pool, which.jobId));
  if (!proof || !seal) throw new Problem('not_found');
  return singleProofFile(seal, proof);
}

/** Verifies hashes at once; what they are, nobody else learns. */
export async function verifyHashes(services: Services, actor: Actor, hashes: readonly string[]): Promise<HashAnswers> {
  await requireAction(services, actor, 'definition:read');
  return { answers: await answerHashes(services.pool, actor, hashes) };
}
