import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  // Only what is counted here matters: items need no job.
  await database.pool.query('DROP TRIGGER job_items_have_their_job ON job_items');
});
afterAll(() => database.close());

const ITEMS = 4_000;

async function addItems(jobId: string): Promise<void> {
  await database.pool.query(
    'INSERT INTO job_items (job_id, position, work_order) SELECT $1, n, n FROM generate_series(0, $2::int - 1) n',
    [jobId, ITEMS],
  );
  await database.pool.query(
    'INSERT INTO job_item_contents (job_id, position) SELECT $1, n FROM generate_series(0, $2::int - 1) n',
    [jobId, ITEMS],
  );
}

/** How many rows the planner expects. */
async function expected(table: string, jobId: string): Promise<number> {
  const { rows } = await database.pool.query(`EXPLAIN (FORMAT JSON) SELECT FROM ${table} WHERE job_id = '${jobId}'`);
  return rows[0]['QUERY PLAN'][0].Plan['Plan Rows'];
}

it('are made for a job with many items, also when the statistics are older than the job', async () => {
  await addItems(randomUUID());
  await database.pool.query('ANALYZE job_items, job_item_contents');
  const jobId = randomUUID();
  await addItems(jobId);
  expect(await expected('job_items', jobId)).toBeGreaterThan(10);
  expect(await expected('job_item_contents', jobId)).toBeGreaterThan(10);
});
