import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '#db/testing/test-database.ts';
import { ROLES } from '#domain/access.ts';
import type { DemoUser } from './demo-users.ts';
import { allSampleDefinitions, DANGLING_TERMS } from './sample-definitions/all-sample-definitions.ts';
import { seedDemo } from './seed-demo.ts';

let database: TestDatabase;
let dataDir: string;
const file = () => join(dataDir, 'demo-users.json');
const readUsers = async () => JSON.parse(await readFile(file(), 'utf8')) as DemoUser[];
const seed = () => seedDemo({ databaseUrl: database.url, dataDir });
const count = async (sql: string) => (await database.pool.query(`SELECT count(*)::int AS n FROM ${sql}`)).rows[0].n;

beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'lexport-seed-'));
  await seed();
});
afterAll(async () => {
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function passwordFits({ email, password }: DemoUser): Promise<boolean> {
  const { rows } = await database.pool.query(
    'SELECT a.password FROM accounts a JOIN users u ON u.id = a.user_id WHERE u.email = $1',
    [email],
  );
  return verifyPassword({ hash: rows[0].password, password });
}

describe('the demo', () => {
  it('has one person per role, and two of another organisation, whose passwords only the owner of the file can read', async () => {
    const users = await readUsers();
    const own = users.filter(({ organisation }) => organisation === 'Openbaar Ministerie');
    expect(own.map((user) => user.role).toSorted()).toEqual([...ROLES].toSorted());
    expect(users).toHaveLength(ROLES.length + 2);
    expect(await Promise.all(users.map(passwordFits))).toEqual(users.map(() => true));
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it('has every sample, each with its first version and an audit entry', async () => {
    const samples = allSampleDefinitions.length;
    expect(samples).toBeGreaterThanOrEqual(120);
    expect(await count('definitions')).toBe(samples);
    expect(
      await count(`definitions d JOIN definition_versions v ON v.definition_id = d.id AND v.version = d.version
        AND v.content_hash = d.content_hash`),
    ).toBe(samples);
    expect(await count(`audit_entries WHERE action = 'definition.created'`)).toBe(samples);
  });

  it('links every relation but those whose term nobody wrote yet, or only an archived definition has', async () => {
    const open = await database.pool.query(
      `SELECT DISTINCT target_term AS term FROM definition_relations WHERE target_id IS NULL
         AND target_term NOT IN (SELECT term FROM definitions WHERE status = 'archived') ORDER BY 1`,
    );
    expect(open.rows.map((row) => row.term)).toEqual([...DANGLING_TERMS].toSorted());
    expect(await count('definition_relations WHERE target_id IS NOT NULL')).toBeGreaterThan(0);
  });

  it('stays as people left it when seeded again', async () => {
    const before = await readUsers();
    await database.pool.query(`UPDATE definitions SET status = 'archived' WHERE term = 'misdrijf'`);
    await seed();
    expect(await readUsers()).toEqual(before);
    expect(await count('definitions')).toBe(allSampleDefinitions.length);
    expect(await count('users')).toBe(ROLES.length + 2);
  });

  it('gets new passwords when the file is gone', async () => {
    const before = await readUsers();
    await rm(file());
    await seed();
    const after = await readUsers();
    expect(after.map((user) => user.password)).not.toEqual(before.map((user) => user.password));
    expect(await Promise.all(after.map(passwordFits))).toEqual(after.map(() => true));
  });
});
