import { type APIRequestContext, expect } from '@playwright/test';
import pg from 'pg';
import type { ImportOptions } from '#contract/batches.ts';
import type { Job } from '#contract/jobs.ts';
import type { GeneratedFile } from '#db/seed/generate-files.ts';
import { readJob, startImport } from './api.ts';
import { zipOf } from './archives.ts';
import { connection, query } from './database.ts';
import { whileItMoves } from './while-it-moves.ts';

/**
 * One definition a chunk, one chunk at a time, and no more a second than a look now and then sees: there is always one more to
 * stop before, however fast the machine is.
 */
const ONE_BY_ONE: Partial<ImportOptions> = { confirm: false, chunkSize: 1, parallelism: 1, itemsPerSecond: 20 };

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

type Release = () => Promise<void>;

/**
 * Holds a running job where it is, as long as a test looks at it: takes every chunk that is not done, as another lane of the
 * processor would. The job stays at work and hears when it is stopped or paused. Answers what lets it go on.
 */
export function hold(jobId: string): Promise<Release> {
  return holdChunks(jobId, 0, ALL);
}

/**
 * Holds a job that is still being checked before each of these of its chunks, so that it goes in steps of known size however
 * fast the machine is. Answers in their order what lets it go on from each.
 */
export async function holdBefore(jobId: string, chunks: readonly number[]): Promise<Release[]> {
  await whileItMoves({
    what: `job ${jobId} has chunks`,
    look: () => query<{ seq: number; chunks: number }>(`${CHUNKS_OF} where j.id = $1`, [jobId]),
    until: ([job]) => job !== undefined && job.chunks > 0,
  });
  return Promise.all(chunks.map((first, index) => holdChunks(jobId, first, chunks[index + 1] ?? ALL)));
}

const ALL = 1_000_000;
const CHUNKS_OF = 'select j.seq, (select count(*)::int from job_chunks where job_id = j.id) as chunks from jobs j';

async function holdChunks(jobId: string, first: number, end: number): Promise<Release> {
  const client = new pg.Client(connection());
  await client.connect();
  await client.query('begin');
  const { rowCount } = await client.query(
    'select from job_chunks where job_id = $1 and not done and number >= $2 and number < $3 for update',
    [jobId, first, end],
  );
  expect(rowCount, 'chunks left to hold').toBeGreaterThan(0);
  let held = true;
  return async () => {
    if (held) await client.end();
    held = false;
  };
}
