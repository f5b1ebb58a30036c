import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '#db/testing/test-database.ts';
import { checkDatabase, explainDatabaseError, tooOld } from './check-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe("an operator's own database", () => {
  it('is accepted when it can be used', async () => {
    await expect(checkDatabase(database.url)).resolves.toBeUndefined();
  });

  const wrong: [string, (url: URL) => void, RegExp][] = [
    [
      'nobody listens',
      (url) => Object.assign(url, { port: '1' }),
      /nothing listens at 127\.0\.0\.1:1\. Start Postgres there/,
    ],
    ['the host is unknown', (url) => Object.assign(url, { hostname: 'no-such.invalid' }), /host .*"no-such\.invalid"/],
    [
      'the password is wrong',
      (url) => Object.assign(url, { password: 'wrong' }),
      /does not accept this user and password/,
    ],
    [
      'the user is unknown',
      (url) => Object.assign(url, { username: 'nobody' }),
      /does not accept this user and password/,
    ],
    [
      'the database is not there',
      (url) => Object.assign(url, { pathname: '/missing' }),
      /there is no database "missing" at/,
    ],
  ];
  it.each(wrong)('is refused in one sentence when %s', async (_, change, sentence) => {
    const url = new URL(database.url);
    change(url);
    const reason = await checkDatabase(url.href).catch((error: Error) => error);
    expect(reason?.message).toMatch(sentence);
    expect(reason?.message).toMatch(/^The database cannot be used: [^\n]+\.$/);
    expect(reason?.message).not.toContain(new URL(database.url).password);
  });

  it('is refused when it is too old', () => {
    expect(tooOld(13).message).toMatch(/^DATABASE_URL leads to Postgres 13, and Lexport needs 15 or newer\. Upgrade/);
  });

  it('that may not be changed is named, also when the reason is wrapped', async () => {
    const role = `reader_${randomUUID().slice(0, 8)}`;
    const denied = await database.pool.query(`create role ${role}`).catch((error: Error) => error);
    const wrapped = new Error('Failed query: create role', { cause: denied });
    expect(explainDatabaseError(wrapped, database.url).message).toMatch(
      /user "lexport" may not change database "test_\w+"/,
    );
  });
});
