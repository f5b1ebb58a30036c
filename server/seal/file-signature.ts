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

export const FILE_SIGNATURE_FORMAT = 'lexport-file-signature-1';

const statementSchema = z.object({
  ...SAID_ALWAYS,
  /** The file beside which the signature stands. What counts is its hash: people rename files. */
  file: z.object({ name: z.string(), mediaType: z.string(), size: z.int().nonnegative(), sha256: hexDigits }),
});
export type SignedFile = z.infer<typeof statementSchema>;

const FILE: StatementKind<SignedFile> = {
  format: FILE_SIGNATURE_FORMAT,
  prefix: 'lexport-file-1:',
  schema: statementSchema,
};

/** Signs a file that has no archive around it; answers the contents of the file beside it. */
export function signFile(key: SealingKey, said: Omit<SignedFile, 'publicKey'>): Buffer {
  return signStatement(FILE, key, said);
}

/** What such a signature says; null: it is none. */
export function readFileSignature(bytes: Uint8Array): ReadStatement<SignedFile> | null {
  return readStatement(FILE, bytes);
}
