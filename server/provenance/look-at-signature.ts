import type { Sql } from '#db/client.ts';
import { findOwnKeys, findPartnerKeys } from '#db/queries/partner-keys.ts';
import { clip } from '#domain/finding.ts';
import type { Provenance } from '#domain/provenance.ts';
import { type ReadSignature, readSignature, type SignedStatement } from '#server/seal/archive-signature.ts';

type Found = Omit<Provenance, 'policy'>;

/** What is said of an archive before its files were looked at; `statement` null: nothing that was said of it holds. */
export type LookedAt = { found: Found; statement: SignedStatement | null };

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

/** Who vouches for an archive, for this organisation; `bytes` is its signature file, null when it has none. */
export async function lookAtSignature(sql: Sql, organisationId: string, bytes: Buffer | null): Promise<LookedAt> {
  if (bytes === null) return { found: NOTHING, statement: null };
  const signature = readSignature(bytes);
  if (!signature) return { found: { ...NOTHING, signer: 'forged' }, statement: null };
  const { keyId, statement, holds } = signature;
  if (!holds) return { found: { ...NOTHING, signer: 'forged', key: { id: keyId, name: null } }, statement: null };
  const { actor, organisation, application, signedAt } = statement;
  const exported = { by: actor.name, organisation: organisation.name, application, at: signedAt };
  const who = await findSigner(sql, organisationId, signature);
  return {
    found: {
      ...NOTHING,
      ...who,
      exported: {
        by: clip(exported.by),
        organisation: clip(exported.organisation),
        application: clip(exported.application),
        at: exported.at,
      },
    },
    statement,
  };
}

/** What was enrolled, or revoked, goes before what is ours: a key of ours that was stolen can be revoked as any other. */
async function findSigner(
  sql: Sql,
  organisationId: string,
  { keyId, publicKey }: ReadSignature,
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

/** What an archive holds, by our own reckoning; a hash that is null stands for a file that is not there. */
export type Reckoned = {
  manifest: string | null;
  report: string | null;
  /** Of the files the manifest lists, and whether there are files it lists by format. */
  digest: string | null;
  hasFormats: boolean;
  changes: Provenance['changes'];
  changeCount: number;
};

/** The same with what was changed since it was signed. */
export function compareWith({ found, statement }: LookedAt, held: Reckoned): Found {
  if (!statement) return found;
  const indexFiles = [
    ...(held.manifest === statement.manifest ? [] : ['manifest.json']),
    ...(held.report === statement.report ? [] : ['report.json']),
  ];
  const sameManifest = held.manifest === statement.manifest;
  const { changes, changeCount } = held;
  return {
    ...found,
    changed: changeCount > 0 || indexFiles.length > 0,
    indexFiles,
    listed: sameManifest || (held.digest === statement.digest && !held.hasFormats),
    changes,
    changeCount,
  };
}
