import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { PRODUCT } from './product.ts';

/** The third line but one of Postgres's own lock file is the port it listens on. */
const PORT_LINE = 3;

/** Asks the product's own database what is really there, as the role the product works with. */
export async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(read('postgres/postmaster.pid').split('\n')[PORT_LINE]),
    user: 'lexport',
    password: read('postgres-password').trim(),
    database: 'lexport',
  });
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
