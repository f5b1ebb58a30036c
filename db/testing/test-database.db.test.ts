import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './test-database.ts';

describe('a test database', () => {
  let mine: TestDatabase;
  let other: TestDatabase;

  beforeAll(async () => {
    [mine, other] = await Promise.all([testDatabase(), testDatabase()]);
  });
  afterAll(async () => {
    await Promise.all([mine.close(), other.close()]);
  });

  it('is migrated', async () => {
    const { rows } = await mine.pool.query(`select to_regclass('definitions') is not null as there`);
    expect(rows).toEqual([{ there: true }]);
  });

  it('is of one test file alone', async () => {
    await mine.pool.query('create table only_mine ()');
    const { rows } = await other.pool.query(`select to_regclass('only_mine') as there`);
    expect(rows).toEqual([{ there: null }]);
  });

  it('knows Dutch text and every letter', async () => {
    const { rows } = await mine.pool.query(
      `select lower('FINANCIËLE') as lower, to_tsvector('dutch', 'Beoordelingen')::text as stem, show_trgm('ë')::text as trigrams`,
    );
    expect(rows[0]).toMatchObject({
      lower: 'financiële',
      stem: "'beoordel':1",
    });
    expect(rows[0].trigrams).not.toBe('{}');
  });
});
