import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { withDatabase } from './with-database.ts';

export type TestDatabase = Readonly<{
  url: string;
  pool: pg.Pool;
  /** Ends the pool and drops the database; whoever still uses it is disconnected. */
  close(): Promise<void>;
}>;

/**
 * A freshly migrated, empty database for one test file: call it in `beforeAll` of a `*.db.test.ts` or `*.process.test.ts` file
 * and `close()` it in `afterAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, adminUrl, template } = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, `create database ${name} template ${template} owner lexport`);
  const own = withDatabase(url, name);
  const pool = new pg.Pool({ connectionString: own, max: 10 });
  // A connection that is still idle when its database is dropped ends with an error nobody awaits.
  pool.on('error', () => undefined);
  return {
    url: own,
    pool,
    async close() {
      await pool.end();
      await asAdmin(adminUrl, `drop database ${name} with (force)`);
    },
  };
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
