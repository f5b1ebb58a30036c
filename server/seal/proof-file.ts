import { z } from 'zod';
import { LEAF, sha256 } from './hashing.ts';

/** A file of proofs: what was locked, the tree it is in, and who signed that. It can be verified with nothing else. */
export const PROOF_FILE_FORMAT = 'lexport-proof-1';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const proofSchema = z.object({
  place: z.int().nonnegative(),
  kind: z.enum(['definition', 'archive']),
  /** Of the content of a definition, or of the bytes of an archive. */
  hash,
  subjectId: z.string(),
  version: z.int().nullable(),
  lockedAt: z.string(),
  /** What it is called; not part of what is sealed. */
  label: z.string().nullable(),
  /** The hashes that lead to the root, where not all of the tree is in the file. */
  path: z.array(hash).optional(),
});
export type ProofRecord = z.infer<typeof proofSchema>;

const sealSchema = z.object({
  jobId: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  size: z.int().positive(),
  root: hash,
  sealedAt: z.string(),
  keyId: z.string(),
  publicKey: hash,
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
export type SealRecord = z.infer<typeof sealSchema>;

export const proofFileSchema = z.object({
  format: z.literal(PROOF_FILE_FORMAT),
  seal: sealSchema,
  proofs: z.array(proofSchema).min(1),
});
export type ProofFile = z.infer<typeof proofFileSchema>;

export type ProvenFact = Pick<ProofRecord, 'kind' | 'hash' | 'subjectId' | 'version' | 'lockedAt'>;

/** The leaf of a proof; its first byte keeps it from passing for a node of the tree, its first word for a leaf of anything else. */
export function proofLeaf({ kind, hash: content, subjectId, version, lockedAt }: ProvenFact): Buffer {
  return sha256(LEAF, JSON.stringify(['lexport-proof-1', kind, content, subjectId, version, lockedAt]));
}

/** What the signature of a tree is over. */
export function proofSealMessage(
  seal: Pick<SealRecord, 'jobId' | 'size' | 'root' | 'sealedAt'> & { organisation: { id: string } },
): string {
  const { jobId, organisation, size, root, sealedAt } = seal;
  return `lexport-proof-seal-1:${JSON.stringify([jobId, organisation.id, size, root, sealedAt])}`;
}
