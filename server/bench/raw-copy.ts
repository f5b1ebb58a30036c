import { join } from 'node:path';
import pg from 'pg';
import { withDatabase } from '#db/testing/with-database.ts';
import type { Actor } from '#domain/access.ts';
import type { Workbench } from './workbench.ts';

/**
 * What an import is held against: the server's own COPY of the same rows, from a file on its disk, into a table with the same
 * generated columns, indexes and constraints in a database made in the same way and warmed up with the same rows. Answers
 * the milliseconds it took. `from` is the database the rows were imported into.
 */
export async function rawCopy(
  { adminUrl, lead, forerunner, createDatabase, dropDatabase, settle }: Workbench,
  from: string,
  size: number,
): Promise<number> {
  const warmUp = await writeRows(withDatabase(adminUrl, from), forerunner, 'warm-up');
  const rows = await writeRows(withDatabase(adminUrl, from), lead, 'rows');
  const name = `${from}_copy`;
  await createDatabase(name);
  try {
    return await withClient(withDatabase(adminUrl, name), async (sql) => {
      await sql.query(warmUp);
      await settle();
      const before = performance.now();
      const { rowCount } = await sql.query(rows);
      const ms = performance.now() - before;
      if (rowCount !== size) throw new Error(`COPY wrote ${rowCount} rows, not ${size}`);
      return ms;
    });
  } finally {
    await dropDatabase(name);
  }
}

/** Has the server write one person's definitions to a file of its own; answers the statement that reads them in. */
function writeRows(url: string, { organisationId }: Actor, label: string): Promise<string> {
  return withClient(url, async (sql) => {
    const { rows } = await sql.query<{ folder: string; columns: string }>(
      `SELECT current_setting('data_directory') AS folder, string_agg(column_name, ', ' ORDER BY ordinal_position) AS columns
       FROM information_schema.columns WHERE table_name = 'definitions' AND is_generated = 'NEVER'`,
    );
    const [{ folder, columns }] = rows as [{ folder: string; columns: string }];
    const file = pg.escapeLiteral(join(folder, `bench-${label}.copy`));
    const own = `organisation_id = ${pg.escapeLiteral(organisationId)}`;
    await sql.query(`COPY (SELECT ${columns} FROM definitions WHERE ${own}) TO ${file}`);
    return `COPY definitions (${columns}) FROM ${file}`;
  });
}

async function withClient<T>(url: string, work: (sql: pg.Client) => Promise<T>): Promise<T> {
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
