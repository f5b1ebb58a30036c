import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import { definitionsOf, driveJobs, filesOf } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { openArtifact } from '#server/uploads/open-artifact.ts';
import { housekeep } from './housekeep.ts';

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
