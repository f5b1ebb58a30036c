import { readFileSync } from 'node:fs';
import type { Sql } from '#db/client.ts';

const JOURNAL = new URL('../migrations/meta/_journal.json', import.meta.url);

/** How many migrations this program has that the database does not. */
export async function pendingMigrations(sql: Sql): Promise<number> {
  const journal = JSON.parse(readFileSync(JOURNAL, 'utf8')) as { entries: unknown[] };
  const { rows } = await sql.query(`SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS there`);
  if (!rows[0].there) return journal.entries.length;
  const applied = await sql.query('SELECT count(*)::int AS count FROM drizzle.__drizzle_migrations');
  return Math.max(0, journal.entries.length - applied.rows[0].count);
}
