import { isSigned, keyIdOf } from './keys.ts';
import { merkleRoot, rootByProof } from './merkle.ts';
import { type ProofFile, type ProofRecord, proofLeaf, proofSealMessage } from './proof-file.ts';

export type ProofVerdict = {
  /** In sentences; empty: intact. */
  faults: string[];
  /** Whether its key is one of those that were named as trusted; null: none was named. */
  trusted: boolean | null;
  /** Whether all that was locked at once is in the file, and not a part of it. */
  whole: boolean;
};

/** Verifies a file of proofs with nothing but the file and, when given, the public keys (hexadecimal digits) that are trusted. */
export function verifyProofFile({ seal, proofs }: ProofFile, trustedKeys: readonly string[] = []): ProofVerdict {
  const faults: string[] = [];
  const key = Buffer.from(seal.publicKey, 'hex');
  if (keyIdOf(key) !== seal.keyId) faults.push(`The key in the file is not key ${seal.keyId}.`);
  if (!isSigned(key, proofSealMessage(seal), Buffer.from(seal.signature, 'hex')))
    faults.push('The signature of the seal does not hold.');
  const places = new Set(proofs.map(({ place }) => place));
  if (places.size !== proofs.length) faults.push('Two proofs have the same place.');
  const whole = places.size === seal.size && proofs.every(({ path }) => path === undefined);
  if (whole) faults.push(...ofWholeTree(seal.root, proofs));
  else for (const proof of proofs) if (!leadsTo(seal, proof)) faults.push(`${nameOf(proof)} is not what was sealed.`);
  const trusted = trustedKeys.length === 0 ? null : trustedKeys.includes(seal.publicKey);
  if (trusted === false) faults.push('It was sealed with another key than the one you trust.');
  return { faults, trusted, whole };
}

function ofWholeTree(root: string, proofs: readonly ProofRecord[]): string[] {
  const leaves = [...proofs].sort((a, b) => a.place - b.place).map(proofLeaf);
  return merkleRoot(leaves).toString('hex') === root ? [] : ['The proofs do not add up to the root that was sealed.'];
}

function leadsTo({ size, root }: ProofFile['seal'], proof: ProofRecord): boolean {
  const path = (proof.path ?? []).map((one) => Buffer.from(one, 'hex'));
  return proof.place < size && rootByProof(proofLeaf(proof), proof.place, size, path)?.toString('hex') === root;
}

function nameOf({ place, label }: ProofRecord): string {
  return label === null ? `Proof ${place + 1}` : `Proof ${place + 1} (${label})`;
}
