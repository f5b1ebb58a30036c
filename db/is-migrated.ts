import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';

const JOURNAL = join(import.meta.dirname, 'migrations', 'meta', '_journal.json');

/**
 * Whether the database at `url` already has the present schema, the queue's tables included: then `migrate`, and all the code it
 * takes to do that, can be left out of a start.
 */
export async function isMigrated(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ migration: string; queue: number }>(
      `select (select max(created_at) from drizzle.__drizzle_migrations)::text as migration,
              (select max(version) from pgboss.version)::int as queue`,
    );
    return rows[0]?.migration === String(lastMigration()) && rows[0]?.queue === queueVersion();
  } catch {
    // Whatever is missing or wrong, migrate will make it or say it.
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function lastMigration(): number {
  return JSON.parse(readFileSync(JOURNAL, 'utf8')).entries.at(-1).when;
}

function queueVersion(): number {
  const main = createRequire(import.meta.url).resolve('pg-boss');
  return JSON.parse(readFileSync(join(dirname(main), '..', 'package.json'), 'utf8')).pgboss.schema;
}
