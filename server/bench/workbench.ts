import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openPool } from '#db/client.ts';
import { startEmbeddedPostgres } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { withDatabase } from '#db/testing/with-database.ts';
import type { Actor } from '#domain/access.ts';
import { makePerson } from './make-person.ts';

const TEMPLATE = 'bench_template';

export type Workbench = {
  /** A folder that is removed at the end. */
  folder: string;
  /** In every database: who imports and exports what is measured, and who did so before to warm everything up. */
  lead: Actor;
  forerunner: Actor;
  /** The database `postgres` as the superuser. */
  adminUrl: string;
  /** Makes a migrated database with nothing in it but the two people; answers its address. */
  createDatabase(name: string): Promise<string>;
  dropDatabase(name: string): Promise<void>;
  /** Writes everything pending to disk, so that what is measured next does not pay for what went before. */
  settle(): Promise<void>;
};

/** An embedded Postgres of the bench's own, with the product's settings, in a temporary folder; all gone with `stack`. */
export async function openWorkbench(stack: AsyncDisposableStack): Promise<Workbench> {
  const folder = await mkdtemp(join(tmpdir(), 'lexport-bench-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  const server = await startEmbeddedPostgres({ dataDir: folder, log: console.error });
  stack.defer(() => server.stop());
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  stack.defer(() => admin.end());

  await admin.query(`CREATE DATABASE ${TEMPLATE} OWNER lexport`);
  const people = await fillTemplate(withDatabase(server.url, TEMPLATE));
  return {
    folder,
    ...people,
    adminUrl: server.adminUrl,
    async createDatabase(name) {
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER lexport`);
      return withDatabase(server.url, name);
    },
    async dropDatabase(name) {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
    async settle() {
      await admin.query('CHECKPOINT');
    },
  };
}

async function fillTemplate(url: string): Promise<Pick<Workbench, 'lead' | 'forerunner'>> {
  await migrate(url);
  const pool = openPool(url, { connections: 1 });
  try {
    return { lead: await makePerson(pool), forerunner: await makePerson(pool) };
  } finally {
    await pool.end();
  }
}
