import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#domain/access.ts';
import type { Visibility } from '#domain/definition.ts';
import { createBatch } from '#server/batches/create-batch.ts';
import { readDefinition } from '#server/definitions/read-definition.ts';
import { searchDefinitions } from '#server/definitions/search-definitions.ts';
import { definitionOf, definitionsOf, driveJobs, unzip } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

let product: Product;
let owner: Actor;
let other: Actor;
let drive: ReturnType<typeof driveJobs>;
let theirs: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct();
  owner = await product.person('lead', 'Parket');
  other = await product.person('lead', 'Penitentiaire inrichting', 'intern');
  drive = driveJobs(product, owner);
  theirs = driveJobs(product, other);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

async function share(ids: readonly string[], visibility: Visibility, organisationIds: string[] = []) {
  const options = { visibility, organisationIds, reason: 'afspraak in de keten', chunkSize: 20, parallelism: 2 };
  const batch = await createBatch(product.services, owner, {
    jobs: [{ operation: 'share', selection: { ids: [...ids] }, options: { ...options, onError: 'continue' } }],
  });
  return batch.jobs[0]?.id as string;
}
const visible = (id: string) =>
  readDefinition(product.services, other, id).then(
    () => true,
    () => false,
  );

describe('sharing a selection', () => {
  it('lets others read it, all of the chain or those named, and ends that again', async () => {
    const ids = await drive.store(definitionsOf('te delen', 45));
    const [id] = ids as [string];
    for (const [visibility, organisationIds, expected] of [
      ['shared', [other.organisationId], true],
      ['chain', [], true],
      ['own', [], false],
    ] as const) {
      const jobId = await share(ids, visibility, [...organisationIds]);
      expect(await product.until(jobId, 'completed')).toMatchObject({ succeeded: 45, failed: 0 });
      expect(await visible(id)).toBe(expected);
    }
    const again = await share(ids, 'own');
    expect(await product.until(again, 'completed')).toMatchObject({ unchanged: 45 });
    const { rows } = await product.services.pool.query(
      `SELECT reason, details FROM audit_entries WHERE action = 'definition.shared' AND subject_id = $1 ORDER BY id`,
      [id],
    );
    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual({
      reason: 'afspraak in de keten',
      details: { from: 'own', fromOrganisations: [], to: 'shared', toOrganisations: [other.organisationId] },
    });
    expect(await readDefinition(product.services, owner, id)).toMatchObject({ version: 1, visibility: 'own' });
  });

  it('shows nobody what is classified higher than they may see, shared or not', async () => {
    const [id] = (await drive.store([definitionOf('gedeeld geheim', { classification: 'vertrouwelijk' })])) as [string];
    await product.until(await share([id], 'chain'), 'completed');
    expect(await visible(id)).toBe(false);
    const found = await searchDefinitions(product.services, other, { q: 'gedeeld geheim', limit: 50 });
    expect(found).toMatchObject({ items: [], total: 0 });
  });

  it('is never a way to change what is another organisation’s', async () => {
    const [id] = (await drive.store([definitionOf('blijft van ons')])) as [string];
    await product.until(await share([id], 'chain'), 'completed');
    for (const operation of ['validate', 'delete'] as const)
      await expect(theirs.direct(operation, { ids: [id] })).rejects.toMatchObject({ code: 'empty_selection' });
    await expect(theirs.update({ ids: [id] }, { set: { explanation: 'x' } })).rejects.toMatchObject({
      code: 'empty_selection',
    });
    const copy = await theirs.importOf([definitionOf('blijft van ons', { explanation: 'Van hen.' })], {
      conflict: 'overwrite',
    });
    await product.until(copy, 'completed');
    expect(await readDefinition(product.services, owner, id)).toMatchObject({ explanation: null, version: 1 });
  });

  it('lets others export it and look it up, and says whose it is', async () => {
    const [id] = (await drive.store([definitionOf('mee te nemen')])) as [string];
    await product.until(await share([id], 'shared', [other.organisationId]), 'completed');
    const exported = await theirs.export({ ids: [id] });
    await product.until(exported, 'completed');
    const names = [...(await unzip(await theirs.download(exported, 'archive'))).keys()];
    expect(names.some((name) => name.includes('mee-te-nemen'))).toBe(true);
    const asked = await theirs.query(['mee te nemen']);
    expect(await product.until(asked, 'completed')).toMatchObject({ succeeded: 1 });
  });

  it('is put back as it was when it is stopped and taken back', async () => {
    const ids = await drive.store(definitionsOf('toch niet', 3));
    await product.until(await share(ids.slice(0, 1), 'shared', [other.organisationId]), 'completed');
    const jobId = await share(ids, 'chain');
    await product.until(jobId, 'completed');
    const { undoShared } = await import('#db/queries/mark-shared.ts');
    const { readChunkOutputs } = await import('#db/queries/export-items.ts');
    const { pool } = product.services;
    const chunks = await readChunkOutputs<never[]>(pool, jobId, -1, 10);
    const earlier = chunks.flatMap(({ output }) => output?.flat() ?? []);
    expect(earlier).toHaveLength(3);
    await undoShared(pool, jobId, { first: 0, last: 2 }, earlier);
    const { rows } = await pool.query(
      'SELECT visibility FROM definitions WHERE id = ANY ($1::uuid[]) ORDER BY visibility',
      [ids],
    );
    expect(rows.map(({ visibility }) => visibility)).toEqual(['own', 'own', 'shared']);
    await pool.query(`UPDATE job_items SET status = 'succeeded' WHERE job_id = $1`, [jobId]);
  });
});
