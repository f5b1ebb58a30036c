import { afterAll, beforeAll, expect, it } from 'vitest';
import { definitionOf, driveJobs } from '#server/testing/drive-jobs.ts';
import { type Product, startProduct } from '#server/testing/start-product.ts';
import { fillTextKeys } from './fill-text-keys.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

it('gives older definitions the keys they would be written with now', async () => {
  const { pool } = product.services;
  const ids = await driveJobs(product, await product.person('lead')).store([
    definitionOf('ouder'),
    definitionOf('oudst'),
  ]);
  const keys = async () =>
    (await pool.query('SELECT text_keys, text_sketch FROM definitions WHERE id = ANY ($1) ORDER BY id', [ids])).rows;
  const before = await keys();
  await pool.query('UPDATE definitions SET text_keys = NULL, text_sketch = NULL WHERE id = ANY ($1)', [ids]);
  while ((await fillTextKeys(pool)) > 0);
  expect(await keys()).toEqual(before);
  expect(before[0].text_keys.length).toBeGreaterThan(7);
});
