import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { verifyPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '#db/testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function createAdmin(args: string[], input = '', environment: Record<string, string> = {}) {
  const env = { NODE_ENV: 'test' as const, DATABASE_URL: database.url, AUTH_SECRET: 'x'.repeat(40), ...environment };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'create-admin.ts'), ...args], { env });
  child.stdin.end(input);
  const [[code], output, errors] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { code, output, errors };
}

const ARGS = ['--email', 'Bea@om.example', '--name', 'Bea', '--organisation', 'Rechtspraak'];

describe('npm run create-admin', () => {
  it('makes an administrator, and an organisation, and says the password once', async () => {
    const { code, output } = await createAdmin(ARGS);
    expect(code).toBe(0);
    const { rows } = await database.pool.query(
      `SELECT u.email, u.role, o.name, a.password FROM users u JOIN organisations o ON o.id = u.organisation_id
       JOIN accounts a ON a.user_id = u.id`,
    );
    expect(rows).toEqual([
      { email: 'bea@om.example', role: 'admin', name: 'Rechtspraak', password: expect.any(String) },
    ]);
    const password = output.trim().split(' ').at(-1) as string;
    expect(await verifyPassword({ hash: rows[0].password, password })).toBe(true);
    const audited = await database.pool.query(`SELECT details FROM audit_entries WHERE action = 'person.create'`);
    expect(audited.rows).toEqual([{ details: { role: 'admin', clearance: 'vertrouwelijk' } }]);
  });

  it('makes nobody twice', async () => {
    const { code, errors } = await createAdmin(ARGS);
    expect([code, errors]).toEqual([1, expect.stringContaining('already somebody')]);
  });

  it('says what is missing when there is nobody to ask', async () => {
    const { code, errors } = await createAdmin(['--name', 'Bea']);
    expect([code, errors.trim()]).toEqual([1, 'E-mail address is missing or not valid. Say it with --email.']);
  });

  it('says in one sentence that it needs a database', async () => {
    const { code, errors } = await createAdmin(ARGS, '', { DATABASE_URL: '' });
    expect([code, errors]).toEqual([1, expect.stringContaining('DATABASE_URL is not set')]);
  });
});
