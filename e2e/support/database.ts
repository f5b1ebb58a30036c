import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { PRODUCT } from './product.ts';

/** The third line but one of Postgres's own lock file is the port it listens on. */
const PORT_LINE = 3;

/** How to reach the product's own database, as the role the product works with. */
export function connection(): pg.ClientConfig {
  return {
    host: '127.0.0.1',
    port: Number(read('postgres/postmaster.pid').split('\n')[PORT_LINE]),
    user: 'lexport',
    password: read('postgres-password').trim(),
    database: 'lexport',
  };
}

/** Asks the product's own database what is really there. */
export async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(connection());
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

function read(file: string): string {
  return readFileSync(join(PRODUCT.dataDir, file), 'utf8');
}
