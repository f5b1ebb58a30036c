import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsRead, withoutStatistics } from '#db/testing/rows-read.ts';
import { definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { previewUndo } from './preview-undo.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const ITEMS = 400;
const TABLES = ['definitions', 'definition_versions', 'job_items'];

it('reads each item and its definition once or so, also right after the import that made the tables grow', async () => {
  const { pool } = product.services;
  // The statistics know another organisation and nothing of this one; nobody else may gather any meanwhile.
  await withoutStatistics(pool, TABLES);
  await driveJobs(product, await product.person('lead')).store(definitionsOf('ander', 50));
  await pool.query('ANALYZE definitions');
  const actor = await product.person('lead', 'nieuw');
  const drive = driveJobs(product, actor);
  const id = await drive.importOf(definitionsOf('begrip', ITEMS), { chunkSize: 100 });
  await drive.until(id, ({ status }) => status === 'completed');
  const job = { id, organisationId: actor.organisationId };
  const { result, read } = await rowsRead(pool, TABLES, (sql) => previewUndo(sql, job));
  expect(result).toMatchObject({ reversed: ITEMS, kept: 0, failed: 0 });
  expect(read).toBeLessThan(10 * ITEMS);
});
