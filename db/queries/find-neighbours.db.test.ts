import { afterAll, beforeAll, expect, it } from 'vitest';
import { rowsRead, withoutStatistics } from '#db/testing/rows-read.ts';
import { definitionsOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { findNamed } from './find-neighbours.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const STORED = 400;

it('reads the table a few times at most and not for each name, also when it has grown and has no statistics', async () => {
  const { pool } = product.services;
  await withoutStatistics(pool, ['definitions']);
  const actor = await product.person('lead');
  await driveJobs(product, actor).store(definitionsOf('begrip', STORED));

  const nobody = Array.from({ length: 1_000 }, (_, n) => `niemand ${n}`);
  const names = [...nobody, 'begrip 0007', 'begrip 0008'];
  const { result, read } = await rowsRead(pool, ['definitions'], (sql) => findNamed(sql, actor, names));
  expect(result.map(({ term }) => term).sort()).toEqual(['begrip 0007', 'begrip 0008']);
  expect(read).toBeLessThan(10 * STORED);
});
