import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { withDatabase } from '#db/testing/with-database.ts';

const TEMPLATE = 'chaos_template';
const BACK_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 50;

export type Server = {
  /** A folder that is removed at the end. */
  folder: string;
  /** Makes a migrated, empty database; answers its address. */
  createDatabase(name: string): Promise<string>;
  dropDatabase(name: string): Promise<void>;
  /** Ends the server as a power cut would end it, without a checkpoint, and answers when it is back: after how many milliseconds. */
  restart(): Promise<number>;
};

/** A Postgres of its own with the product's settings, gone with `stack`. */
export async function openServer(
  stack: AsyncDisposableStack,
  folder: string,
  say: (line: string) => void,
): Promise<Server> {
  let expected = false;
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log: (line) => expected || say(line) });
  stack.defer(() => postgres.stop());
  const admin = <T>(work: (sql: pg.Client) => Promise<T>) => withAdmin(postgres.adminUrl, work);
  await admin((sql) => sql.query(`CREATE DATABASE ${TEMPLATE} OWNER lexport`));
  await migrate(withDatabase(postgres.url, TEMPLATE));
  return {
    folder,
    async createDatabase(name) {
      await admin((sql) => sql.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER lexport`));
      return withDatabase(postgres.url, name);
    },
    async dropDatabase(name) {
      await admin((sql) => sql.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
    async restart() {
      expected = true;
      const began = performance.now();
      const before = await admin(startedAt);
      process.kill(Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
      while ((await admin(startedAt).catch(() => before)) === before) {
        if (performance.now() - began > BACK_WITHIN_MS) throw new Error('The database did not come back');
        await wait(LOOK_EVERY_MS);
      }
      expected = false;
      return performance.now() - began;
    },
  };
}

async function startedAt(sql: pg.Client): Promise<string | undefined> {
  const { rows } = await sql.query<{ at: string }>('SELECT pg_postmaster_start_time()::text AS at');
  return rows[0]?.at;
}

async function withAdmin<T>(url: string, work: (sql: pg.Client) => Promise<T>): Promise<T> {
  const sql = new pg.Client({ connectionString: url });
  sql.on('error', () => {});
  await sql.connect();
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
