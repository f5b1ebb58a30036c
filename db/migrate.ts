import { fileURLToPath } from 'node:url';
import { migrate as migrateSchema } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { orm } from './orm.ts';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number that no other program locks on: several processes may start at once, one of them migrates. */
const MIGRATION_LOCK = 5_398_706;

/** Brings the database at `url` to the present schema, the queue's tables included. Safe to call from anywhere, at any time. */
export async function migrate(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  try {
    const lock = await pool.connect();
    try {
      await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await migrateSchema(orm(pool), { migrationsFolder: MIGRATIONS });
      await installQueue(url);
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      lock.release();
    }
  } finally {
    await pool.end();
  }
}

async function installQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => {});
  await boss.start();
  await boss.stop({ graceful: false });
}
