import type { Sql } from '#db/client.ts';
import {
  type FoundProof,
  findByHash,
  findProofs,
  findSeals,
  type KnownThing,
  type SealRow,
} from '#db/queries/proofs.ts';
import type { Own } from '#domain/clearance.ts';
import { hashIn } from '#domain/hash-text.ts';
import { HASH_BYTES } from '#server/seal/hashing.ts';
import { isSigned } from '#server/seal/keys.ts';
import { merkleRoot } from '#server/seal/merkle.ts';
import { proofLeaf, proofSealMessage } from '#server/seal/proof-file.ts';

/** What there is to say about one hash: locked by a proof that holds, known but not locked, or neither. */
export type HashAnswer = {
  /** As it was asked. */
  asked: string;
  hash: string | null;
  outcome: 'locked' | 'known' | 'unknown' | 'broken' | 'malformed';
  proofs: {
    kind: FoundProof['kind'];
    subjectId: string;
    label: string | null;
    version: number | null;
    lockedAt: string;
    jobId: string;
    /** Null: not sealed yet. */
    seal: number | null;
    sealedAt: string | null;
    keyId: string | null;
    holds: boolean;
  }[];
  known: Omit<KnownThing, 'hash'>[];
};

/** Answers hashes against what an organisation locked and has, each proof verified up to its signature; set-based. */
export async function answerHashes(sql: Sql, own: Own, asked: readonly string[]): Promise<HashAnswer[]> {
  const hashes = asked.map(hashIn);
  const wanted = [...new Set(hashes.flatMap((hash) => hash ?? []))];
  const proofs = await findProofs(sql, own, wanted);
  const known = await findByHash(sql, own, wanted);
  const seals = await verifiedSeals(sql, proofs);
  const proofsOf = Map.groupBy(proofs, ({ hash }) => hash);
  const knownOf = Map.groupBy(known, ({ hash }) => hash);
  return asked.map((text, index) => {
    const hash = hashes[index] ?? null;
    const ofHash = (hash === null ? undefined : proofsOf.get(hash))?.map((proof) => shown(proof, seals)) ?? [];
    const things = (hash === null ? undefined : knownOf.get(hash))?.map(({ hash: _, ...thing }) => thing) ?? [];
    return { asked: text, hash, outcome: outcomeOf(hash, ofHash, things), proofs: ofHash, known: things };
  });
}

function outcomeOf(
  hash: string | null,
  proofs: HashAnswer['proofs'],
  known: HashAnswer['known'],
): HashAnswer['outcome'] {
  if (hash === null) return 'malformed';
  if (proofs.some(({ seal, holds }) => seal !== null && !holds)) return 'broken';
  if (proofs.some(({ holds }) => holds)) return 'locked';
  return known.length > 0 || proofs.length > 0 ? 'known' : 'unknown';
}

type Verified = { seal: SealRow; holds: boolean };

/** Every tree that one of these is in, added up anew. */
async function verifiedSeals(sql: Sql, proofs: readonly FoundProof[]): Promise<Map<number, Verified>> {
  const numbers = [...new Set(proofs.flatMap(({ seal }) => seal ?? []))];
  const seals = numbers.length > 0 ? await findSeals(sql, numbers) : [];
  return new Map(seals.map((seal) => [seal.number, { seal, holds: holds(seal) }]));
}

function holds({ jobId, organisationId, size, root, sealedAt, publicKey, signature, leaves }: SealRow): boolean {
  const split = Array.from({ length: size }, (_, index) => leafAt(leaves, index));
  if (!merkleRoot(split).equals(root)) return false;
  const said = { jobId, organisation: { id: organisationId }, size, root: root.toString('hex') };
  return isSigned(publicKey, proofSealMessage({ ...said, sealedAt: sealedAt.toISOString() }), signature);
}

function leafAt(leaves: Buffer, index: number): Buffer {
  return leaves.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
}

function shown(proof: FoundProof, seals: ReadonlyMap<number, Verified>): HashAnswer['proofs'][number] {
  const { kind, subjectId, label, version, jobId, place } = proof;
  const verified = proof.seal === null ? undefined : seals.get(proof.seal);
  const lockedAt = proof.lockedAt.toISOString();
  const isInTree =
    verified?.holds === true &&
    place !== null &&
    leafAt(verified.seal.leaves, place).equals(proofLeaf({ ...proof, lockedAt }));
  return {
    ...{ kind, subjectId, label, version, lockedAt, jobId, seal: proof.seal },
    sealedAt: verified?.seal.sealedAt.toISOString() ?? null,
    keyId: verified?.seal.keyId ?? null,
    holds: isInTree,
  };
}
