import type { Sql } from '#db/client.ts';
import type { KeyRequest, KeyToEnrol } from '#db/queries/enrolment.ts';
import { findOwnKeys, findPartnerKeys, type PartnerKeyRow } from '#db/queries/partner-keys.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { PARTNER_KINDS, type PartnerKind } from '#domain/provenance.ts';
import { isProven, readPublicKey, readSignatureText } from '#server/seal/enrolment.ts';
import { keyIdOf } from '#server/seal/keys.ts';

/** What is wrong with a key that was handed in. */
export type KeyProblem = 'key_kind_unknown' | 'key_malformed' | 'key_not_proven' | 'key_is_own' | 'key_revoked';

export type JudgedKey =
  | { key: KeyToEnrol; enrolled: PartnerKeyRow | null; problem: null }
  | { key: KeyToEnrol | null; enrolled: PartnerKeyRow | null; problem: KeyProblem };

/** Judges keys that were handed in with their answers to a challenge, each by itself. */
export async function judgeKeys(
  sql: Sql,
  organisationId: string,
  nonce: Buffer,
  requests: readonly KeyRequest[],
): Promise<JudgedKey[]> {
  const read = requests.map(readRequest);
  const publicKeys = read.flatMap((one) => (typeof one === 'string' ? [] : one.publicKey));
  const enrolled = await findPartnerKeys(sql, organisationId, publicKeys);
  const byKey = new Map(enrolled.map((row) => [row.publicKey.toString('hex'), row]));
  const own = await findOwnKeys(sql, publicKeys);
  return read.map((key, index): JudgedKey => {
    if (typeof key === 'string') return { key: null, enrolled: null, problem: key };
    const row = byKey.get(key.publicKey.toString('hex')) ?? null;
    const signature = readSignatureText(requests[index]?.signature ?? '');
    const proven = signature !== null && isProven(nonce, key.publicKey, signature);
    if (!proven) return { key, enrolled: row, problem: 'key_not_proven' };
    if (row?.revokedAt) return { key, enrolled: row, problem: 'key_revoked' };
    if (own.has(key.publicKey.toString('hex'))) return { key, enrolled: row, problem: 'key_is_own' };
    return { key, enrolled: row, problem: null };
  });
}

function readRequest({ name, kind, publicKey: text }: KeyRequest): KeyToEnrol | KeyProblem {
  const publicKey = readPublicKey(text);
  if (publicKey === null) return 'key_malformed';
  if (!isKind(kind)) return 'key_kind_unknown';
  return { id: uuidV7(), keyId: keyIdOf(publicKey), publicKey, name, kind };
}

function isKind(kind: string): kind is PartnerKind {
  return (PARTNER_KINDS as readonly string[]).includes(kind);
}
