import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { signingKey } from '#server/audit/sealing/signing-key.ts';
import { cancelJob } from '#server/batches/cancel-job.ts';
import { confirmPlan } from '#server/batches/confirm-plan.ts';
import { retryItems } from '#server/batches/retry-items.ts';
import { createChallenge, enrolKey, listKeys, revokeKey } from '#server/provenance/partner-keys.ts';
import { changeSettings, readSettings } from '#server/provenance/settings.ts';
import { readSealingKey, type SealingKey } from '#server/seal/keys.ts';
import { driveJobs } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { startHeld } from '#server/testing/hold.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

let product: Product;
let admin: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct();
  admin = await product.person('admin');
  drive = driveJobs(product, admin);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

const OPTIONS = { chunkSize: 20, parallelism: 2, onError: 'continue', validDays: 30, confirm: true } as const;

function newKey(): SealingKey {
  return readSealingKey(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

const challenge = () => createChallenge(product.services, admin);

/** A key with its answer to a challenge. */
function answerOf(key: SealingKey, text: string, more: { name?: string; kind?: string; signature?: string } = {}) {
  const publicKey = key.publicKey.toString('hex');
  const signature = key.sign(text + publicKey).toString('hex');
  return { name: 'Ketenpartner', kind: 'partner', publicKey, signature, ...more };
}

type Answers = ReturnType<typeof answerOf>[];

async function enrolMany(
  challengeId: string,
  keys: Answers,
  options: Partial<typeof OPTIONS> = {},
  until = 'awaiting_confirmation',
) {
  const jobId = await drive.start({ operation: 'enrol', challengeId, keys, options: { ...OPTIONS, ...options } });
  await product.until(jobId, until as 'completed');
  return jobId;
}

async function stateOf(key: SealingKey) {
  return (await listKeys(product.services, admin)).items.find(({ keyId }) => keyId === key.id) ?? null;
}

describe('keys from a file', () => {
  it('are judged one by one before any is enrolled, and each has its own result', async () => {
    const { id, text } = await challenge();
    const other = await challenge();
    const [good, twice, wrong, old, revoked, known] = Array.from({ length: 6 }, newKey) as [
      ...[SealingKey, SealingKey, SealingKey, SealingKey, SealingKey, SealingKey],
    ];
    for (const key of [old, revoked, known]) {
      const made = await challenge();
      await enrolKey(product.services, admin, { ...answerOf(key, made.text), challengeId: made.id, validDays: 1 });
    }
    await revokeKey(product.services, admin, (await stateOf(revoked))?.id ?? '', 'gestolen');
    const own = (await signingKey(product.services)) as SealingKey;
    const jobId = await enrolMany(id, [
      answerOf(good, text, { name: 'Parket Noord' }),
      answerOf(twice, text),
      answerOf(twice, text),
      answerOf(wrong, other.text),
      answerOf(wrong, text, { signature: 'onzin' }),
      { ...answerOf(wrong, text), publicKey: 'geen sleutel' },
      answerOf(newKey(), text, { kind: 'vriend' }),
      answerOf(revoked, text),
      answerOf(known, text, { name: 'Bekende' }),
      answerOf(own, text),
      // The answer of one key is not the answer of another.
      answerOf(old, text, { signature: answerOf(good, text).signature }),
    ]);
    const { rows } = await product.services.pool.query(
      `SELECT decision, coalesce(problem_code, reason::text) AS why FROM job_items WHERE job_id = $1 ORDER BY position`,
      [jobId],
    );
    expect(rows.map(({ decision, why }) => `${decision} ${why}`)).toEqual([
      'new key_new',
      'new key_new',
      'duplicate twice_in_upload',
      'invalid key_not_proven',
      'invalid key_not_proven',
      'invalid key_malformed',
      'invalid key_kind_unknown',
      'conflict key_revoked',
      'update key_renewed',
      'invalid key_is_own',
      'invalid key_not_proven',
    ]);
    expect(await stateOf(good)).toBeNull();
    await confirmPlan(product.services, admin, jobId, { decision: 'apply' });
    await product.until(jobId, 'completed_with_errors');
    expect(await drive.job(jobId)).toMatchObject({ succeeded: 3, skipped: 1, failed: 7 });
    expect(await stateOf(good)).toMatchObject({ name: 'Parket Noord', kind: 'partner', state: 'valid', revoked: null });
    expect(await stateOf(known)).toMatchObject({ name: 'Bekende', renewedAt: expect.any(String) });
    expect(await stateOf(revoked)).toMatchObject({ state: 'revoked', revoked: { reason: 'gestolen' } });
    const audit = await product.services.pool.query(
      `SELECT action, count(*)::int AS count FROM audit_entries WHERE job_id = $1 AND subject_type = 'partner_key' GROUP BY 1 ORDER BY 1`,
      [jobId],
    );
    expect(audit.rows).toEqual([
      { action: 'partner_key.enrolled', count: 2 },
      { action: 'partner_key.renewed', count: 1 },
    ]);
  });

  it('come in by the hundreds', async () => {
    const { id, text } = await challenge();
    const keys = Array.from({ length: 300 }, newKey);
    const jobId = await enrolMany(
      id,
      keys.map((key) => answerOf(key, text)),
      { confirm: false as true },
      'completed',
    );
    expect(await drive.outcomes(jobId)).toEqual({ succeeded: 300 });
    const enrolled = new Set((await listKeys(product.services, admin)).items.map(({ keyId }) => keyId));
    expect(keys.every((key) => enrolled.has(key.id))).toBe(true);
  });

  it('vouch for nothing when the job is stopped with a roll-back; a renewed one does as long as before', async () => {
    const keys = Array.from({ length: 60 }, newKey);
    const before = await challenge();
    const [first] = keys as [SealingKey];
    await enrolKey(product.services, admin, { ...answerOf(first, before.text), challengeId: before.id, validDays: 3 });
    const until = (await stateOf(first))?.validUntil;
    const { id, text } = await challenge();
    const answers = keys.map((key) => answerOf(key, text));
    const jobId = await drive.start({
      operation: 'enrol',
      challengeId: id,
      keys: answers,
      options: { ...OPTIONS, parallelism: 1 },
    });
    await product.until(jobId, 'awaiting_confirmation');
    const confirm = async () => {
      await confirmPlan(product.services, admin, jobId, { decision: 'apply' });
      return jobId;
    };
    const { held } = await startHeld(product.url, confirm, 45);
    await cancelJob(product.services, admin, jobId, { keep: false });
    await held.release();
    await product.until(jobId, 'rolled_back');
    expect((await stateOf(first))?.validUntil).toBe(until);
    const [, second] = keys as [SealingKey, SealingKey];
    expect(await stateOf(second)).toMatchObject({ state: 'expired' });
  });
});

describe('a challenge', () => {
  it('is good once: for one batch, or one key, and not for an answer heard on the way', async () => {
    const { id, text } = await challenge();
    const key = newKey();
    const heard = { ...answerOf(key, text), challengeId: id, validDays: 30 };
    await enrolKey(product.services, admin, heard);
    await revokeKey(product.services, admin, (await stateOf(key))?.id ?? '', 'kwijt');
    await expect(enrolKey(product.services, admin, heard)).rejects.toMatchObject({ code: 'challenge_spent' });
    await expect(enrolMany(id, [answerOf(key, text)])).rejects.toMatchObject({ code: 'challenge_spent' });
    const next = await challenge();
    await expect(enrolKey(product.services, admin, { ...heard, challengeId: next.id })).rejects.toMatchObject({
      code: 'key_refused',
      errors: [{ code: 'key_not_proven' }],
    });
    const again = { ...answerOf(key, next.text), challengeId: next.id, validDays: 30 };
    await expect(enrolKey(product.services, admin, again)).rejects.toMatchObject({
      code: 'key_refused',
      errors: [{ code: 'key_revoked' }],
    });
  });

  it('is of one organisation, and ends', async () => {
    const { id, text } = await challenge();
    const elsewhere = await product.person('admin', 'Reclassering');
    const answer = { ...answerOf(newKey(), text), challengeId: id, validDays: 30 };
    await expect(enrolKey(product.services, elsewhere, answer)).rejects.toMatchObject({ code: 'challenge_spent' });
    await product.services.pool.query(`UPDATE enrolment_challenges SET expires_at = now() WHERE id = $1`, [id]);
    await expect(enrolKey(product.services, admin, answer)).rejects.toMatchObject({ code: 'challenge_spent' });
  });
});

describe('an enrolled key', () => {
  it('is revoked once and for good, and the database keeps it so', async () => {
    const { id, text } = await challenge();
    const key = newKey();
    const made = await enrolKey(product.services, admin, { ...answerOf(key, text), challengeId: id, validDays: 30 });
    await revokeKey(product.services, admin, made.id, 'gestolen');
    await expect(revokeKey(product.services, admin, made.id, 'nog eens')).rejects.toMatchObject({
      code: 'key_is_revoked',
    });
    for (const statement of [
      'UPDATE partner_keys SET revoked_at = NULL, revoked_reason = NULL WHERE id = $1',
      'DELETE FROM partner_keys WHERE id = $1',
    ])
      await expect(product.services.pool.query(statement, [made.id])).rejects.toMatchObject({ code: '42501' });
    const elsewhere = await product.person('admin', 'Reclassering');
    await expect(revokeKey(product.services, elsewhere, made.id, 'weg')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is the business of administrators', async () => {
    const lead = await product.person('lead');
    await expect(createChallenge(product.services, lead)).rejects.toMatchObject({ code: 'not_allowed' });
    const { id, text } = await challenge();
    await expect(
      driveJobs(product, lead).start({
        operation: 'enrol',
        challengeId: id,
        keys: [answerOf(newKey(), text)],
        options: OPTIONS,
      }),
    ).rejects.toMatchObject({ code: 'not_allowed' });
    const jobId = await enrolMany(
      id,
      [{ ...answerOf(newKey(), text), publicKey: 'x' }],
      { confirm: false as true },
      'completed_with_errors',
    );
    await expect(retryItems(product.services, admin, jobId, { items: 'failed' })).rejects.toMatchObject({
      code: 'not_supported',
    });
  });
});

describe('the policy', () => {
  it('is changed by version, and the audit trail says what from and what to', async () => {
    const now = await readSettings(product.services, admin);
    expect(now).toMatchObject({ unsigned: 'accept', foreign: 'warn', changed: 'warn', broken: 'refuse', version: 0 });
    const wanted = { unsigned: 'warn', foreign: 'refuse', changed: 'warn', broken: 'refuse' } as const;
    expect(await changeSettings(product.services, admin, { ...wanted, version: 0 })).toMatchObject({
      ...wanted,
      version: 1,
    });
    await expect(changeSettings(product.services, admin, { ...wanted, version: 0 })).rejects.toMatchObject({
      code: 'settings_changed',
    });
    expect(await changeSettings(product.services, admin, { ...wanted, version: 1 })).toMatchObject({ version: 1 });
    const { rows } = await product.services.pool.query(
      `SELECT details FROM audit_entries WHERE action = 'provenance_settings.changed'`,
    );
    expect(rows).toEqual([
      {
        details: {
          version: 1,
          unsigned: { from: 'accept', to: 'warn' },
          foreign: { from: 'warn', to: 'refuse' },
        },
      },
    ]);
  });
});
