import { z } from 'zod';
import type { SealingKey } from './keys.ts';
import {
  hexDigits,
  type ReadStatement,
  readStatement,
  SAID_ALWAYS,
  type StatementKind,
  signStatement,
} from './signed-statement.ts';

/** The file of an archive that says who vouches for it: the hashes of its manifest and its report, and a signature over them. */
export const SIGNATURE_NAME = 'manifest.signature.json';
/** Longer ones are none of ours. */
export const MAX_SIGNATURE_BYTES = 64 * 1024;

const statementSchema = z.object({
  ...SAID_ALWAYS,
  /** How many files the manifest lists, and its digest over their names and hashes. */
  files: z.int().nonnegative(),
  digest: hexDigits,
  /** SHA-256 of `manifest.json` and of `report.json`, byte by byte. */
  manifest: hexDigits,
  report: hexDigits,
});
export type SignedStatement = z.infer<typeof statementSchema>;

const ARCHIVE: StatementKind<SignedStatement> = {
  format: 'lexport-signature-1',
  prefix: 'lexport-archive-1:',
  schema: statementSchema,
};

/** Signs what an archive says of itself; answers the contents of `manifest.signature.json`. */
export function signArchive(key: SealingKey, said: Omit<SignedStatement, 'publicKey'>): Buffer {
  return signStatement(ARCHIVE, key, said);
}

/** What a signature file says; null: it is no such file. */
export function readSignature(bytes: Uint8Array): ReadStatement<SignedStatement> | null {
  return readStatement(ARCHIVE, bytes);
}
