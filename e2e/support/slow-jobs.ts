import { type APIRequestContext, expect } from '@playwright/test';
import pg from 'pg';
import type { ImportOptions } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import type { GeneratedFile } from '#db/seed/generate-files.ts';
import { readJob, startImport } from './api.ts';
import { zipOf } from './archives.ts';
import { connection } from './database.ts';
import { whileItMoves } from './while-it-moves.ts';

/** One definition a chunk, one chunk at a time: there is always one more to stop before. */
const ONE_BY_ONE: Partial<ImportOptions> = { confirm: false, chunkSize: 1, parallelism: 1 };

type SlowImport = {
  tag: string;
  files: readonly GeneratedFile[];
  /** How many are done before the test goes on; none means as soon as the job runs. */
  done?: number;
  options?: Partial<ImportOptions>;
};

/** Starts an import of one definition at a time and answers it once so many of them are done. */
export async function startSlowly(
  caller: APIRequestContext,
  { tag, files, done = 1, options = {} }: SlowImport,
): Promise<Job> {
  const bytes = await zipOf(files);
  const { id } = await startImport(caller, {
    fileName: `${tag}.zip`,
    bytes,
    options: { ...ONE_BY_ONE, ...options },
  });
  return whileItMoves({
    what: `${done} definitions are done`,
    look: () => readJob(caller, id),
    until: ({ status, succeeded }) => status === 'running' && succeeded >= done,
  });
}

/**
 * Holds a running job where it is, as long as a test looks at it: takes every chunk that is not done, as another lane of the
 * processor would. The job stays at work and hears when it is stopped. Answers what lets it go on.
 */
export async function hold(jobId: string): Promise<() => Promise<void>> {
  const client = new pg.Client(connection());
  await client.connect();
  await client.query('begin');
  const { rowCount } = await client.query('select from job_chunks where job_id = $1 and not done for update', [jobId]);
  expect(rowCount, 'chunks left to hold').toBeGreaterThan(0);
  let held = true;
  return async () => {
    if (held) await client.end();
    held = false;
  };
}
