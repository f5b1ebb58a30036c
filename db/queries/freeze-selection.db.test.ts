import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { assess } from '#db/assess.ts';
import { inTransaction } from '#db/client.ts';
import { toRowImage } from '#db/row-image.ts';
import { generateDefinition } from '#db/seed/generate-definition.ts';
import { type TestDatabase, testDatabase } from '#db/testing/test-database.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import { DEFAULT_RULE_SETTINGS } from '#domain/validation/settings.ts';
import { ensureOrganisation } from './ensure-organisation.ts';
import { freezeSelection } from './freeze-selection.ts';
import { insertDefinitions } from './insert-definitions.ts';
import { insertBatch, insertJob } from './insert-job.ts';
import { insertUser } from './insert-user.ts';

const DEFINITIONS = 500;

let database: TestDatabase;
let impatient: pg.Pool;
let organisationId: string;
let jobId: string;

beforeAll(async () => {
  database = await testDatabase();
  impatient = new pg.Pool({ connectionString: database.url, options: '-c statement_timeout=1s' });
  const { pool } = database;
  organisationId = await ensureOrganisation(pool, 'Parket');
  const person = { name: 'Lead', email: 'lead@example.org', role: 'lead', passwordHash: 'none' } as const;
  const createdBy = (await insertUser(pool, { ...person, organisationId })) as string;
  const rows = Array.from({ length: DEFINITIONS }, (_, index) => {
    const content = generateDefinition(index, 1);
    return { id: uuidV7(), image: toRowImage(content, assess(content, DEFAULT_RULE_SETTINGS)) };
  });
  await insertDefinitions(pool, { organisationId, userId: createdBy, reason: 'proef', rows });
  const batchId = uuidV7();
  jobId = uuidV7();
  await insertBatch(pool, { id: batchId, organisationId, createdBy, name: 'proef' });
  const of = { batchId, organisationId, createdBy, operation: 'export', name: 'proef', phase: 'uploading' } as const;
  const rest = {
    options: {},
    selection: {},
    uploadId: null,
    retryOf: null,
    correlationId: 'proef',
    clearance: 'intern',
  } as const;
  await insertJob(pool, { id: jobId, ...of, ...rest });
});
afterAll(async () => {
  await impatient.end();
  await database.close();
});

it('may take longer than any other statement, and leaves the limit of the others as it was', async () => {
  // Each item takes a while: together more than a second.
  await database.pool.query(`
    CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.003); RETURN NEW; END $$;
    CREATE TRIGGER dawdle BEFORE INSERT ON job_items FOR EACH ROW EXECUTE FUNCTION dawdle()`);
  await inTransaction(impatient, async (sql) => {
    const sight = { scope: organisationId, clearance: 'vertrouwelijk', shared: false } as const;
    const everything = { filter: {}, excludedIds: [] };
    expect(await freezeSelection(sql, jobId, everything, sight)).toBe(DEFINITIONS);
    expect((await sql.query('SHOW statement_timeout')).rows).toEqual([{ statement_timeout: '1s' }]);
  });
  const { rows } = await database.pool.query('SELECT total FROM jobs WHERE id = $1', [jobId]);
  expect(rows).toEqual([{ total: DEFINITIONS }]);
});

it('leaves no item without a job, alone or among others, and none is left of those that came with it', async () => {
  const nowhere = uuidV7();
  const insert = (jobs: readonly string[]) =>
    database.pool.query(
      'INSERT INTO job_items (job_id, position, work_order) SELECT job, 9000 + n, 9000 + n FROM unnest($1::uuid[]) WITH ORDINALITY AS a(job, n)',
      [jobs],
    );
  for (const jobs of [[nowhere], [jobId, nowhere, jobId]])
    await expect(insert(jobs)).rejects.toMatchObject({ code: '23503', message: 'An item has no job.' });
  const { rows } = await database.pool.query('SELECT count(*)::int AS count FROM job_items WHERE position > 9000');
  expect(rows).toEqual([{ count: 0 }]);
  await insert([jobId]);
});
