import { inTransaction } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { systemFor } from '#db/queries/move-job.ts';
import { findSealOf, listProofsOf, type SealRow, sealProofs } from '#db/queries/proofs.ts';
import { JobFailed, type Work } from '#server/operations/operation.ts';
import { merkleRoot } from '#server/seal/merkle.ts';
import { proofLeaf, proofSealMessage } from '#server/seal/proof-file.ts';

/**
 * Makes one tree of what a job locked and signs it; once, however often it is asked. The audit trail tells the root, so that its
 * chain says when that was. Null when nothing was locked.
 */
export async function sealJob({ job, pool, signingKey }: Work): Promise<SealRow | null> {
  const before = await findSealOf(pool, job.id);
  if (before) return before;
  const key = await signingKey();
  await inTransaction(pool, async (sql) => {
    await sql.query('SELECT FROM jobs WHERE id = $1 FOR UPDATE', [job.id]);
    if (await findSealOf(sql, job.id)) return;
    const proofs = await listProofsOf(sql, job.id);
    if (proofs.length === 0) return;
    if (!key) throw new JobFailed('no_signing_key');
    const leaves = proofs.map((proof) => proofLeaf({ ...proof, lockedAt: proof.lockedAt.toISOString() }));
    const root = merkleRoot(leaves);
    const sealedAt = new Date();
    const message = proofSealMessage({
      ...{ jobId: job.id, organisation: { id: job.organisationId }, size: leaves.length },
      ...{ root: root.toString('hex'), sealedAt: sealedAt.toISOString() },
    });
    const number = await sealProofs(sql, {
      ...{ jobId: job.id, organisationId: job.organisationId, size: leaves.length, root, sealedAt },
      ...{ keyId: key.id, signature: key.sign(message), leaves: Buffer.concat(leaves) },
    });
    await insertAuditEntries(sql, systemFor(job), [
      {
        action: 'proof.sealed',
        subjectType: 'proof_seal',
        subjectId: String(number),
        jobId: job.id,
        newHash: root.toString('hex'),
        details: { proofs: leaves.length, keyId: key.id },
      },
    ]);
  });
  return findSealOf(pool, job.id);
}
