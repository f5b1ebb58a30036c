import { z } from 'zod';
import { canonicalJson, parseExactly } from './canonical-json.ts';
import { isSigned, keyIdOf, type SealingKey } from './keys.ts';

/** The file of an archive that says who vouches for it: the hashes of its manifest and its report, and a signature over them. */
export const SIGNATURE_NAME = 'manifest.signature.json';
const SIGNATURE_FORMAT = 'lexport-signature-1';
/** Longer ones are none of ours. */
export const MAX_SIGNATURE_BYTES = 64 * 1024;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const statementSchema = z.object({
  publicKey: hash,
  signedAt: z.iso.datetime(),
  application: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  actor: z.object({ id: z.string(), name: z.string() }),
  jobId: z.string(),
  /** How many files the manifest lists, and its digest over their names and hashes. */
  files: z.int().nonnegative(),
  digest: hash,
  /** SHA-256 of `manifest.json` and of `report.json`, byte by byte. */
  manifest: hash,
  report: hash,
});
export type SignedStatement = z.infer<typeof statementSchema>;

const signatureFileSchema = z.object({
  format: z.literal(SIGNATURE_FORMAT),
  keyId: z.string(),
  statement: statementSchema.loose(),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

/** Signs what an archive says of itself; answers the contents of `manifest.signature.json`. */
export function signArchive(key: SealingKey, said: Omit<SignedStatement, 'publicKey'>): Buffer {
  const statement: SignedStatement = { publicKey: key.publicKey.toString('hex'), ...said };
  const signature = key.sign(messageOf(statement)).toString('hex');
  const file = { format: SIGNATURE_FORMAT, keyId: key.id, statement, signature };
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
}

/** What a signature file says; `holds` false: it was not signed by the key it names. Null: it is no such file. */
export type ReadSignature = { statement: SignedStatement; keyId: string; publicKey: Buffer; holds: boolean };

export function readSignature(bytes: Uint8Array): ReadSignature | null {
  const file = signatureFileSchema.safeParse(parsed(bytes));
  if (!file.success) return null;
  const { statement, signature } = file.data;
  const publicKey = Buffer.from(statement.publicKey, 'hex');
  // The number of the key is for people; what counts is the key.
  const keyId = keyIdOf(publicKey);
  const holds = file.data.keyId === keyId && isSigned(publicKey, messageOf(statement), Buffer.from(signature, 'hex'));
  return { statement: statementSchema.parse(statement), keyId, publicKey, holds };
}

/** What the signature is over; fields we do not know count too, whoever added them. */
function messageOf(statement: object): string {
  return `lexport-archive-1:${canonicalJson(parseExactly(JSON.stringify(statement)))}`;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
