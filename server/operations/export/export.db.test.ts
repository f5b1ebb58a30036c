import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { manifestSchema } from '#contract/manifest.ts';
import type { Actor } from '#domain/access.ts';
import { definitionsOf, driveJobs, unzip } from '#server/testing/drive-jobs.ts';
import { expectInvariants } from '#server/testing/expect-invariants.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';

let product: Product;
let lead: Actor;
let drive: ReturnType<typeof driveJobs>;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
  drive = driveJobs(product, lead);
});
afterAll(() => product.close());
afterEach(() => expectInvariants(product.services.pool));

it('lists every definition in its manifest, in the order of the archive and with the score it has everywhere', async () => {
  await product.until((await drive.importOf(definitionsOf('score', 90))) as string, 'completed');
  const jobId = await drive.export({ filter: {}, excludedIds: [] });
  await product.until(jobId, 'completed');
  const files = await unzip(await drive.download(jobId, 'archive'));
  const manifest = manifestSchema.parse(JSON.parse(files.get('manifest.json') ?? ''));

  const { rows } = await product.services.pool.query<{ id: string; score: number }>(
    'SELECT id, quality_score AS score FROM definitions WHERE organisation_id = $1 ORDER BY lower(term), id',
    [lead.organisationId],
  );
  expect(manifest.files.map(({ definitionId, score }) => ({ id: definitionId, score }))).toEqual(rows);
  expect(manifest.files.every(({ path }) => files.has(path))).toBe(true);
  expect(manifest.totals.files).toBe(90);
});
