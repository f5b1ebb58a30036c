import type { Sql } from '#db/client.ts';
import { listProofsOf, type ProofRow, type SealRow } from '#db/queries/proofs.ts';
import { HASH_BYTES } from '#server/seal/hashing.ts';
import { inclusionProofs } from '#server/seal/merkle.ts';
import { PROOF_FILE_FORMAT, type ProofFile, type ProofRecord, type SealRecord } from '#server/seal/proof-file.ts';

/** The file of all proofs under one seal, a line each; its terms are the present ones. */
export async function* proofFileOf(sql: Sql, seal: SealRow): AsyncGenerator<Buffer> {
  const proofs = await listProofsOf(sql, seal.jobId);
  yield Buffer.from(`{"format":"${PROOF_FILE_FORMAT}","seal":${JSON.stringify(sealRecord(seal))},"proofs":[\n`);
  const lines = proofs.map((proof) => JSON.stringify(proofRecord(proof)));
  yield Buffer.from(`${lines.join(',\n')}\n]}\n`);
}

/** The file of one proof, with the hashes that lead from it to the root. */
export function singleProofFile(seal: SealRow, proof: Omit<ProofRow, 'position'>): ProofFile {
  const leaves = Array.from({ length: seal.size }, (_, index) =>
    seal.leaves.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );
  const [path = []] = inclusionProofs(leaves, [proof.place ?? 0]);
  return {
    format: PROOF_FILE_FORMAT,
    seal: sealRecord(seal),
    proofs: [{ ...proofRecord(proof), path: path.map((one) => one.toString('hex')) }],
  };
}

function sealRecord(seal: SealRow): SealRecord {
  return {
    jobId: seal.jobId,
    organisation: { id: seal.organisationId, name: seal.organisation },
    size: seal.size,
    root: seal.root.toString('hex'),
    sealedAt: seal.sealedAt.toISOString(),
    keyId: seal.keyId,
    publicKey: seal.publicKey.toString('hex'),
    signature: seal.signature.toString('hex'),
  };
}

function proofRecord({
  kind,
  hash,
  subjectId,
  version,
  label,
  lockedAt,
  place,
}: Omit<ProofRow, 'position'>): ProofRecord {
  return { place: place ?? 0, kind, hash, subjectId, version, lockedAt: lockedAt.toISOString(), label };
}
