import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { FILE_SIGNATURE_END } from '#domain/archive-limits.ts';
import { MAX_SIGNATURE_BYTES } from './archive-signature.ts';
import { readFileSignature, type SignedFile } from './file-signature.ts';
import { UnreadableFile } from './read-audit-file.ts';

export type SignedFileVerdict = {
  /** In sentences; empty: intact. */
  faults: string[];
  statement: SignedFile;
  keyId: string;
  /** Whether its key is one of those that were named as trusted; null: none was named. */
  trusted: boolean | null;
};

/** Where the signature of a file is when both were kept under the names they came with; null: there is none. */
export function signatureBeside(path: string): string | null {
  const beside = `${path}${FILE_SIGNATURE_END}`;
  return statSync(beside, { throwIfNoEntry: false })?.isFile() ? beside : null;
}

/**
 * Verifies an exported file against the signature that came with it, with nothing but the two and, when given, the public keys
 * (hexadecimal digits) that are trusted. @throws UnreadableFile when the signature is none
 */
export async function verifySignedFile(
  path: string,
  signaturePath: string,
  trustedKeys: readonly string[] = [],
): Promise<SignedFileVerdict> {
  const tooLarge = statSync(signaturePath).size > MAX_SIGNATURE_BYTES;
  const signature = tooLarge ? null : readFileSignature(readFileSync(signaturePath));
  if (!signature) throw new UnreadableFile('The signature cannot be read as one.');
  const { statement, keyId, publicKey, holds } = signature;
  const faults: string[] = [];
  const sum = createHash('sha256');
  for await (const bytes of createReadStream(path)) sum.update(bytes as Buffer);
  if (!holds) faults.push('Its signature does not hold: it is forged or damaged.');
  else if (sum.digest('hex') !== statement.file.sha256) faults.push('The file is not what was signed.');
  const trusted = trustedKeys.length > 0 ? trustedKeys.includes(publicKey.toString('hex')) : null;
  if (trusted === false) faults.push('It was signed with another key than the one you trust.');
  return { faults, statement, keyId, trusted };
}
