import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction, openPool } from './client.ts';
import { type TestDatabase, testDatabase } from './testing/test-database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('a transaction that was silent for too long says so, whatever the query says that found its connection gone', async () => {
  const pool = openPool(database.url, { connections: 1 });
  const silent = inTransaction(pool, async (sql) => {
    await sql.query(`SET LOCAL idle_in_transaction_session_timeout = '20ms'`);
    await once(sql, 'error');
    await sql.query('SELECT 1');
  });
  await expect(silent).rejects.toMatchObject({ code: '25P03' });
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});
