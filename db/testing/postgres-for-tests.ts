import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { withDatabase } from './with-database.ts';

export type PostgresForTests = Readonly<{
  url: string;
  adminUrl: string;
  template: string;
}>;

declare module 'vitest' {
  interface ProvidedContext {
    postgres: PostgresForTests;
  }
}

/** Its data is thrown away at the end, so it need not survive a power cut. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 200,
  // A new database is written to the log as a whole: to compress that takes as long as to make it.
  wal_compression: 'off',
};
const TEMPLATE = 'lexport_template';

/** One embedded Postgres for the whole run, with a migrated database that every test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lexport-test-'));
  const server = await startEmbeddedPostgres({
    dataDir,
    log: console.error,
    settings: SETTINGS,
  });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const admin = new pg.Client({ connectionString: server.adminUrl });
    await admin.connect();
    await admin.query(`create database ${TEMPLATE} owner lexport`);
    await admin.end();
    await migrate(withDatabase(server.url, TEMPLATE));
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('postgres', {
    url: server.url,
    adminUrl: server.adminUrl,
    template: TEMPLATE,
  });
  return stop;
}
