import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Challenge, enrolmentSchema, PartnerKey, PartnerKeys } from '#contract/provenance.ts';
import { inTransaction } from '#db/client.ts';
import { listAuditKeys } from '#db/queries/audit-blocks.ts';
import { enrolKeys, insertChallenge, spendChallenge } from '#db/queries/enrolment.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { listPartnerKeys, type PartnerKeyRow, revokePartnerKey } from '#db/queries/partner-keys.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { FINDING_TEXTS } from '#domain/finding-texts.ts';
import { requireAction } from '#server/auth/require-action.ts';
import { HASH_BYTES } from '#server/seal/hashing.ts';
import type { Services } from '#server/services.ts';
import { enrolmentEntry } from './enrolment-entry.ts';
import { judgeKeys } from './judge-key.ts';

/** Long enough for a partner to sign hundreds of keys by hand, short enough that nobody finds one lying about. */
const CHALLENGE_SECONDS = 7 * 24 * 3600;

/** The keys an organisation trusts or trusted, and those of this installation. */
export async function listKeys(services: Services, actor: Actor): Promise<PartnerKeys> {
  await requireAction(services, actor, 'batch:read');
  const rows = await listPartnerKeys(services.pool, actor.organisationId);
  const own = (await listAuditKeys(services.pool)).reverse();
  return {
    items: rows.map(presentKey),
    own: own.map(({ id, publicKey, createdAt }, index) => ({
      keyId: id,
      publicKey: publicKey.toString('hex'),
      since: createdAt,
      inUse: index === 0,
    })),
  };
}

/** Makes a challenge for keys to sign; good for one batch, or for one key. */
export async function createChallenge(services: Services, actor: Actor): Promise<Challenge> {
  await requireAction(services, actor, 'provenance:manage');
  const { organisationId, id: createdBy } = actor;
  const given = { id: uuidV7(), organisationId, nonce: randomBytes(HASH_BYTES), createdBy, seconds: CHALLENGE_SECONDS };
  return inTransaction(services.pool, async (sql) => {
    const { id, nonce, expiresAt } = await insertChallenge(sql, given);
    await insertAuditEntries(sql, actor, [
      { action: 'enrolment.challenged', subjectType: 'enrolment_challenge', subjectId: id },
    ]);
    return { id, text: `lexport-enrolment-1:${nonce.toString('hex')}:`, expiresAt: expiresAt.toISOString() };
  });
}

/**
 * Enrols one key, or renews it, by its answer to a challenge, which is used up by that. A wrong answer changes nothing.
 * @throws Problem `challenge_spent`, `key_refused`
 */
export async function enrolKey(
  services: Services,
  actor: Actor,
  { challengeId, validDays: days, ...request }: z.output<typeof enrolmentSchema>,
): Promise<PartnerKey> {
  await requireAction(services, actor, 'provenance:manage');
  const { organisationId, id: userId } = actor;
  const id = await inTransaction(services.pool, async (sql) => {
    const nonce = await spendChallenge(sql, { id: challengeId, organisationId, jobId: null });
    if (!nonce) throw new Problem('challenge_spent');
    const [judged] = await judgeKeys(sql, organisationId, nonce, [request]);
    if (!judged || judged.problem !== null) throw refused(judged?.problem ?? 'key_malformed');
    const [written] = await enrolKeys(sql, { organisationId, userId, jobId: null, days }, [judged.key]);
    if (!written) throw refused('key_revoked');
    await insertAuditEntries(sql, actor, [enrolmentEntry(written, days)]);
    return written.id;
  });
  return findKey(services, actor, id);
}

/** Revokes a key for good: what it signed, whenever, is not trusted any more. @throws Problem `not_found`, `key_is_revoked` */
export async function revokeKey(services: Services, actor: Actor, id: string, reason: string): Promise<PartnerKey> {
  await requireAction(services, actor, 'provenance:manage', { type: 'partner_key', id });
  const { keyId, name } = await findKey(services, actor, id);
  await inTransaction(services.pool, async (sql) => {
    const { organisationId, id: by } = actor;
    if (!(await revokePartnerKey(sql, { id, organisationId }, { by, reason }))) throw new Problem('key_is_revoked');
    await insertAuditEntries(sql, actor, [
      { action: 'partner_key.revoked', subjectType: 'partner_key', subjectId: id, reason, details: { keyId, name } },
    ]);
  });
  return findKey(services, actor, id);
}

async function findKey({ pool }: Services, { organisationId }: Actor, id: string): Promise<PartnerKey> {
  const found = (await listPartnerKeys(pool, organisationId)).find((row) => row.id === id);
  if (!found) throw new Problem('not_found');
  return presentKey(found);
}

function refused(code: string): Problem {
  const message = FINDING_TEXTS[code]?.message;
  return new Problem('key_refused', {}, [{ path: 'publicKey', code, message: message?.en ?? code }]);
}

function presentKey(row: PartnerKeyRow): PartnerKey {
  const { id, keyId, publicKey, name, kind, enrolledAt, enrolledBy, validUntil, renewedAt, revokedAt } = row;
  return {
    ...{ id, keyId, name, kind, enrolledBy, publicKey: publicKey.toString('hex') },
    enrolledAt: enrolledAt.toISOString(),
    validUntil: validUntil.toISOString(),
    renewedAt: renewedAt?.toISOString() ?? null,
    revoked: revokedAt && { at: revokedAt.toISOString(), by: row.revokedBy, reason: row.revokedReason ?? '' },
    state: revokedAt ? 'revoked' : row.expired ? 'expired' : 'valid',
  };
}
