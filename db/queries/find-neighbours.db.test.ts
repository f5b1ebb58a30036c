import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '#db/client.ts';
import { definitionOf, driveJobs } from '#server/testing/drive-jobs.ts';
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
  await pool.query('ALTER TABLE definitions SET (autovacuum_enabled = false)');
  const actor = await product.person('lead');
  await driveJobs(product, actor).store(Array.from({ length: STORED }, (_, n) => definitionOf(`begrip ${n}`)));
  const { rows } = await pool.query("SELECT reltuples FROM pg_class WHERE relname = 'definitions'");
  expect(rows[0].reltuples).toBe(-1);

  const nobody = Array.from({ length: 1_000 }, (_, n) => `niemand ${n}`);
  const { found, read } = await inTransaction(pool, async (sql) => {
    const found = await findNamed(sql, actor.organisationId, [...nobody, 'begrip 7', 'begrip 8']);
    const { rows } = await sql.query<{ read: number }>(
      `SELECT seq_tup_read + idx_tup_fetch AS read FROM pg_stat_xact_user_tables WHERE relname = 'definitions'`,
    );
    return { found, read: rows[0]?.read };
  });
  expect(found.map(({ term }) => term).sort()).toEqual(['begrip 7', 'begrip 8']);
  expect(read).toBeLessThan(10 * STORED);
});
