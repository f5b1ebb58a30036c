import type { Sql } from '#db/client.ts';
import { findOwnKeys, findPartnerKeys } from '#db/queries/partner-keys.ts';
import { clip } from '#domain/finding.ts';
import { type Provenance, SIGNERS } from '#domain/provenance.ts';
import { readSignature, type SignedStatement } from '#server/seal/archive-signature.ts';
import { readFileSignature } from '#server/seal/file-signature.ts';
import type { ReadStatement, SaidAlways } from '#server/seal/signed-statement.ts';
import type { SignatureFiles } from './read-signature-files.ts';

export type Found = Omit<Provenance, 'policy'>;

/** What is said of an archive before its files were looked at. */
export type LookedAt = {
  found: Found;
  /** Of an archive that is signed as a whole; null: nothing that was said of it holds, or it is not. */
  statement: SignedStatement | null;
  /** Of an archive that holds files with a signature of their own: SHA-256 by the name of the signature. */
  files: ReadonlyMap<string, string> | null;
};

const NOTHING: Found = {
  signer: 'none',
  key: null,
  exported: null,
  endedAt: null,
  changed: null,
  indexFiles: [],
  listed: null,
  changes: [],
  changeCount: 0,
};

/** Who vouches for an archive, for this organisation. */
export async function lookAtSignature(sql: Sql, organisationId: string, signed: SignatureFiles): Promise<LookedAt> {
  if (signed === null) return { found: NOTHING, statement: null, files: null };
  if (!(signed instanceof Uint8Array)) return lookAtFiles(sql, organisationId, signed);
  const signature = readSignature(signed);
  const found = await foundIn(sql, organisationId, signature);
  return { found, statement: signature?.holds ? signature.statement : null, files: null };
}

/** Files that are each signed by themselves are vouched for as well as the worst of them. */
async function lookAtFiles(sql: Sql, organisationId: string, signed: ReadonlyMap<string, Buffer>): Promise<LookedAt> {
  const files = new Map<string, string>();
  let worst = NOTHING;
  for (const [name, bytes] of signed) {
    const signature = readFileSignature(bytes);
    if (signature?.holds) files.set(name, signature.statement.file.sha256);
    const found = await foundIn(sql, organisationId, signature);
    if (SIGNERS.indexOf(found.signer) > SIGNERS.indexOf(worst.signer)) worst = found;
  }
  return { found: worst, statement: null, files: worst.signer === 'forged' ? null : files };
}

async function foundIn(sql: Sql, organisationId: string, signature: ReadStatement<SaidAlways> | null): Promise<Found> {
  if (!signature) return { ...NOTHING, signer: 'forged' };
  const { keyId, statement, holds } = signature;
  if (!holds) return { ...NOTHING, signer: 'forged', key: { id: keyId, name: null } };
  const { actor, organisation, application, signedAt } = statement;
  const exported = {
    by: clip(actor.name),
    organisation: clip(organisation.name),
    application: clip(application),
    at: signedAt,
  };
  return { ...NOTHING, ...(await findSigner(sql, organisationId, signature)), exported };
}

/** What was enrolled, or revoked, goes before what is ours: a key of ours that was stolen can be revoked as any other. */
async function findSigner(
  sql: Sql,
  organisationId: string,
  { keyId, publicKey }: Pick<ReadStatement<SaidAlways>, 'keyId' | 'publicKey'>,
): Promise<Pick<Found, 'signer' | 'key' | 'endedAt'>> {
  const [enrolled] = await findPartnerKeys(sql, organisationId, [publicKey]);
  if (enrolled) {
    const { name, revokedAt, validUntil, expired } = enrolled;
    const key = { id: keyId, name };
    if (revokedAt) return { signer: 'revoked', key, endedAt: revokedAt.toISOString() };
    if (expired) return { signer: 'expired', key, endedAt: validUntil.toISOString() };
    return { signer: 'partner', key, endedAt: null };
  }
  const signer = (await findOwnKeys(sql, [publicKey])).size > 0 ? 'own' : 'unknown';
  return { signer, key: { id: keyId, name: null }, endedAt: null };
}
