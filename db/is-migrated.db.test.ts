import { afterAll, beforeAll, expect, it } from 'vitest';
import { isMigrated } from './is-migrated.ts';
import { type TestDatabase, testDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('tells a migrated database from one that misses a migration, the queue or everything', async () => {
  expect(await isMigrated(database.url)).toBe(true);
  await database.pool.query('update pgboss.version set version = version - 1');
  expect(await isMigrated(database.url)).toBe(false);
  await database.pool.query(
    'update pgboss.version set version = version + 1; delete from drizzle.__drizzle_migrations',
  );
  expect(await isMigrated(database.url)).toBe(false);
  await database.pool.query('drop schema drizzle cascade');
  expect(await isMigrated(database.url)).toBe(false);
});
