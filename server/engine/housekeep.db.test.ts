import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertChallenge, spendChallenge } from '#db/queries/enrolment.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { openArtifact } from '#server/uploads/open-artifact.ts';
import { housekeep } from './housekeep.ts';
import { sweepStorage } from './sweep-storage.ts';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());

const query = (text: string, ...values: unknown[]) => product.services.pool.query(text, values);

describe('housekeeping', () => {
  it('removes files that have passed their date, and leaves the others', async () => {
    const ids = await drive.store(definitionsOf('op te ruimen', 3));
    const [old, young] = [await drive.export({ ids }), await drive.export({ ids })];
    for (const jobId of [old, young]) await product.until(jobId, 'completed');
    const artifactId = (await drive.job(old)).artifacts[0]?.id as string;
    await query(`UPDATE artifacts SET expires_at = now() - interval '1 second' WHERE id = $1`, artifactId);
    const { rows } = await query('SELECT storage_key FROM artifacts WHERE id = $1', artifactId);
    await housekeep(product.engine);
    await expect(openArtifact(product.services, lead, artifactId)).rejects.toMatchObject({ code: 'artifact_expired' });
    await expect(product.services.storage.open(rows[0].storage_key)).rejects.toMatchObject({ code: 'ENOENT' });
    expect((await drive.download(young, 'archive')).length).toBeGreaterThan(100);
  });

  it('lets an upload go that nobody may use any more, and not the plan that was made of it', async () => {
    const uploadId = await drive.upload(filesOf(definitionsOf('upload weg', 3)));
    const jobId = await drive.import(uploadId, { confirm: true });
    await product.until(jobId, 'awaiting_confirmation');
    await query(`UPDATE uploads SET expires_at = now() - interval '1 second' WHERE id = $1`, uploadId);
    await housekeep(product.engine);
    await expect(drive.import(uploadId)).rejects.toMatchObject({ code: 'foreign_upload' });
    expect((await drive.job(jobId)).status).toBe('awaiting_confirmation');
  });

  it('leaves no bytes when it is killed between file and row: what is half done is done the next time', async () => {
    const ids = await drive.store(definitionsOf('half opgeruimd', 2));
    const jobId = await drive.export({ ids });
    await product.until(jobId, 'completed');
    await query(`UPDATE artifacts SET expires_at = now() - interval '1 second' WHERE job_id = $1`, jobId);
    const { rows } = await query('SELECT storage_key FROM artifacts WHERE job_id = $1', jobId);
    const keys = rows.map((row) => row.storage_key as string);
    // The file has gone, and the process with it, before its row could say so.
    for (const key of keys) await product.services.storage.remove(key);
    await housekeep(product.engine);
    const left = await query(`SELECT FROM artifacts WHERE job_id = $1 AND storage_key <> ''`, jobId);
    expect(left.rowCount).toBe(0);
  });

  it('finds files that no row tells of, once nobody can be about to write it, and leaves all others', async () => {
    const { storage } = product.services;
    const ids = await drive.store(definitionsOf('wees', 2));
    const jobId = await drive.export({ ids });
    await product.until(jobId, 'completed');
    const uploadId = await drive.upload(filesOf(definitionsOf('met rij', 1)));
    const known = (await query('SELECT storage_key AS key FROM uploads WHERE id = $1', uploadId)).rows[0].key as string;
    const orphans = [
      'uploads/killed-before-its-row',
      `artifacts/${jobId}/row-was-taken-away`,
      `jobs/${jobId}/segments/of-an-ended-job`,
      'jobs/00000000-0000-7000-8000-000000000000/of-no-job',
    ];
    for (const key of orphans) await storage.write(key, Readable.from([Buffer.from('bytes')]));
    const isThere = async (key: string) => {
      const file = await storage.open(key).catch(() => null);
      await file?.close();
      return file !== null;
    };
    await sweepStorage(product.engine);
    expect(await Promise.all(orphans.map(isThere))).toEqual([true, true, true, true]);
    const tomorrow = Date.now() + 25 * 3600 * 1000;
    await sweepStorage(product.engine, { now: tomorrow });
    expect(await Promise.all(orphans.map(isThere))).toEqual([false, false, false, false]);
    expect(await isThere(known)).toBe(true);
    expect((await drive.download(jobId, 'archive')).length).toBeGreaterThan(100);
  });

  it('forgets challenges nobody answered in time, and keeps those a job still holds keys against', async () => {
    const { pool } = product.services;
    const spent = await drive.importOf(definitionsOf('sleutels klaar', 1));
    await product.until(spent, 'completed');
    const waits = await drive.importOf(definitionsOf('sleutels wachten', 1), { confirm: true });
    await product.until(waits, 'awaiting_confirmation');
    const challenge = async (seconds: number, jobId: string | null = null) => {
      const id = uuidV7();
      const given = { id, organisationId: lead.organisationId, nonce: randomBytes(32), createdBy: lead.id };
      await insertChallenge(pool, { ...given, seconds: 60 });
      if (jobId) await spendChallenge(pool, { id, organisationId: lead.organisationId, jobId });
      await query(
        'UPDATE enrolment_challenges SET expires_at = now() + make_interval(secs => $2) WHERE id = $1',
        id,
        seconds,
      );
      return id;
    };
    const [open, late, done] = [await challenge(60), await challenge(-90_000), await challenge(-90_000, spent)];
    const held = await challenge(-90_000, waits);
    const session = (seconds: number) =>
      query(
        `INSERT INTO sessions (id, user_id, token, expires_at) VALUES ($1, $2, $3, now() + make_interval(secs => $4))`,
        ...[uuidV7(), lead.id, uuidV7(), seconds],
      );
    const code = (seconds: number) =>
      query(
        `INSERT INTO verifications (id, identifier, value, expires_at) VALUES ($1, 'wie', 'wat', now() + make_interval(secs => $2))`,
        uuidV7(),
        seconds,
      );
    for (const seconds of [60, -90_000]) await Promise.all([session(seconds), code(seconds)]);
    await housekeep(product.engine);
    const { rows } = await query('SELECT id FROM enrolment_challenges');
    const left = new Set(rows.map(({ id }) => id));
    expect([open, held, late, done].map((id) => left.has(id))).toEqual([true, true, false, false]);
    for (const table of ['sessions', 'verifications'])
      expect((await query(`SELECT FROM ${table} WHERE expires_at < now()`)).rowCount).toBe(0);
    expect((await query(`SELECT FROM verifications WHERE identifier = 'wie'`)).rowCount).toBe(1);
  });

  it('ends only plans whose deadline has passed', async () => {
    const [late, early] = [
      await drive.importOf(definitionsOf('te laat', 3), { confirm: true }),
      await drive.importOf(definitionsOf('op tijd', 3), { confirm: true }),
    ];
    for (const jobId of [late, early]) await product.until(jobId, 'awaiting_confirmation');
    await query(`UPDATE jobs SET confirm_before = now() - interval '1 second' WHERE id = $1`, late);
    await Promise.all([housekeep(product.engine), housekeep(product.engine)]);
    expect((await drive.job(late)).status).toBe('expired');
    expect((await drive.job(early)).status).toBe('awaiting_confirmation');
    await expectInvariants(product.services.pool);
  });
});
