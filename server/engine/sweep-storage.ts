import type { Sql } from '#db/client.ts';
import { FINAL_STATUSES } from '#domain/job-status.ts';
import type { Engine } from './engine.ts';

/** Younger files may belong to a row that is still on its way. */
const GRACE_MS = 24 * 3600 * 1000;
/** How many are looked up at once. */
const RUN = 500;

/**
 * Takes files out of the storage that no row tells of: a process can be killed after a file was written and before its row was, or
 * after its row was taken away and before the file was. What is under way is younger than a day.
 */
export async function sweepStorage({ pool, storage, log }: Engine, { now = Date.now() } = {}): Promise<void> {
  const before = new Date(now - GRACE_MS);
  for (const [prefix, orphansOf] of Object.entries(ORPHANS_OF)) {
    let run: string[] = [];
    const flush = async () => {
      const orphans = run.length > 0 ? await orphansOf(pool, run) : [];
      for (const key of orphans) await storage.remove(key);
      if (orphans.length > 0) log('Files that no row told of were removed', { prefix, files: orphans.length }, 'info');
      run = [];
    };
    for await (const key of storage.list(prefix, before)) {
      run.push(key);
      if (run.length >= RUN) await flush();
    }
    await flush();
  }
}

type OrphansOf = (sql: Sql, keys: readonly string[]) => Promise<string[]>;

const ORPHANS_OF: Readonly<Record<string, OrphansOf>> = {
  'uploads/': (sql, keys) => withoutRow(sql, 'uploads', keys),
  'artifacts/': (sql, keys) => withoutRow(sql, 'artifacts', keys),
  'jobs/': withoutJob,
};

async function withoutRow(sql: Sql, table: 'uploads' | 'artifacts', keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql.query<{ key: string }>(
    `SELECT key FROM unnest($1::text[]) AS given(key)
     WHERE NOT EXISTS (SELECT FROM ${table} t WHERE t.storage_key = given.key)`,
    [keys],
  );
  return rows.map(({ key }) => key);
}

/** Pieces of what a job is making; when it has ended they are in the whole, or nobody will ever join them. */
async function withoutJob(sql: Sql, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql.query<{ key: string }>(
    `SELECT key FROM unnest($1::text[]) AS given(key)
     WHERE NOT EXISTS (SELECT FROM jobs j WHERE j.id::text = split_part(given.key, '/', 2) AND j.status <> ALL ($2::job_status[]))`,
    [keys, FINAL_STATUSES],
  );
  return rows.map(({ key }) => key);
}
