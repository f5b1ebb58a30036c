import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateFiles } from '#db/seed/generate-files.ts';
import { checkpoint } from '#db/testing/test-database.ts';
import type { Actor } from '#domain/access.ts';
import { createBatch } from '#server/batches/create-batch.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { uploadZip } from '#server/testing/upload-files.ts';

let product: Product;
let lead: Actor;

beforeAll(async () => {
  product = await startProduct();
  lead = await product.person('lead');
});
afterAll(() => product.close());

const SELECTION = { filter: {}, excludedIds: [] };
const PACE = { chunkSize: 20, parallelism: 2, onError: 'continue' } as const;

async function run(job: Parameters<typeof createBatch>[2]['jobs'][number]): Promise<void> {
  const { jobs } = await createBatch(product.services, lead, { jobs: [job] });
  await product.until(jobs[0]?.id as string, 'completed');
}

/** How many pages of these tables whoever reads all of them now has to change for it. */
async function pagesMarkedByReading(...tables: string[]): Promise<number> {
  await checkpoint();
  let pages = 0;
  for (const table of tables) {
    const { rows } = await product.services.pool.query(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT count(t.*) FROM ${table} t`,
    );
    pages += rows[0]['QUERY PLAN'][0].Plan['Shared Dirtied Blocks'];
  }
  return pages;
}

it('leaves nothing for the first reader of what it wrote to mark, whatever the operation', async () => {
  const files = Object.fromEntries([...generateFiles({ count: 60, seed: 3 })].map(({ name, text }) => [name, text]));
  const uploadId = await uploadZip(product.services, lead, files);
  await run({ operation: 'import', uploadId, options: { ...PACE, conflict: 'skip', confirm: false } });
  expect(await pagesMarkedByReading('definitions', 'definition_versions', 'job_item_contents')).toBe(0);
  await run({ operation: 'delete', selection: SELECTION, options: { ...PACE, reason: 'proef' } });
  expect(await pagesMarkedByReading('definitions', 'definition_versions')).toBe(0);
  const deleted = { filter: { deleted: true }, excludedIds: [] };
  await run({ operation: 'restore', selection: deleted, options: { ...PACE, reason: 'proef' } });
  expect(await pagesMarkedByReading('definitions', 'definition_versions')).toBe(0);
});
