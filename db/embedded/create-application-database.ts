import pg from 'pg';

const APPLICATION = 'lexport';

/**
 * Makes the database `lexport` and the role that owns it, when they are not there. The role is no superuser: what the database
 * forbids (changing an audit entry, say) the application cannot allow itself.
 */
export async function createApplicationDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select exists (select from pg_roles where rolname = $1) as role, exists (select from pg_database where datname = $1) as database`,
      [APPLICATION],
    );
    if (!rows[0].role)
      await client.query(`create role ${APPLICATION} login password ${client.escapeLiteral(password)}`);
    if (!rows[0].database) await client.query(`create database ${APPLICATION} owner ${APPLICATION}`);
  } finally {
    await client.end();
  }
}

/** The address of the application's database on the embedded server. */
export function applicationUrl(port: number, password: string): string {
  return `postgres://${APPLICATION}:${password}@127.0.0.1:${port}/${APPLICATION}`;
}
