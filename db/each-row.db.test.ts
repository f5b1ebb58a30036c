import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from './client.ts';
import { eachRow } from './each-row.ts';
import { type TestDatabase, testDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const NUMBERS = 'SELECT n FROM generate_series(1, $1::int) n';

it('hands over every row, in order, with its types', async () => {
  const seen: number[] = [];
  await inTransaction(database.pool, (sql) =>
    eachRow<{ n: number }>(sql, NUMBERS, [3_000], ({ n }) => void seen.push(n)),
  );
  expect(seen).toEqual(Array.from({ length: 3_000 }, (_, index) => index + 1));
});

it('throws what was thrown over a row, hands over no more, and leaves the connection to go on with', async () => {
  const seen: number[] = [];
  await inTransaction(database.pool, async (sql) => {
    const reading = eachRow<{ n: number }>(sql, NUMBERS, [3_000], ({ n }) => {
      seen.push(n);
      if (n === 2) throw new RangeError('not this one');
    });
    await expect(reading).rejects.toThrow(new RangeError('not this one'));
    expect((await sql.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
  expect(seen).toEqual([1, 2]);
});

it('throws what the database says, after the rows it gave before', async () => {
  const seen: number[] = [];
  const dividing = inTransaction(database.pool, (sql) =>
    eachRow<{ n: number }>(sql, 'SELECT 6 / (3 - n) AS n FROM generate_series(1, $1::int) n', [5], ({ n }) => {
      seen.push(n);
    }),
  );
  await expect(dividing).rejects.toMatchObject({ code: '22012' });
  expect(seen).toEqual([3, 6]);
});

it('throws when the connection is lost on the way', async () => {
  const lost = inTransaction(database.pool, async (sql) => {
    const { rows } = await sql.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    // Heard from the start: it may fail before the answer to who ends it is there.
    await Promise.all([
      eachRow(sql, 'SELECT pg_sleep(60)', [], () => {}),
      database.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]),
    ]);
  });
  await expect(lost).rejects.toThrow();
});
