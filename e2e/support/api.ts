import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, request } from '@playwright/test';
import { type Batch, batchSchema, type ImportOptions } from '#contract/batches.ts';
import { type Job, jobSchema } from '#contract/jobs.ts';
import { type Upload, uploadSchema } from '#contract/uploads.ts';
import { demoUser, PRODUCT, type Role } from './product.ts';

type Schema<T> = { parse: (value: unknown) => T };

const FINAL = /^(completed|completed_with_errors|failed|cancelled|rolled_back|rollback_failed|expired)$/;
const JOB_WITHIN_MS = 60_000;

/** A caller of the API that is signed in as this demo user; dispose of it at the end. */
export async function signedIn(role: Role): Promise<APIRequestContext> {
  const caller = await request.newContext({ baseURL: PRODUCT.url });
  const { email, password } = demoUser(role);
  await expect(await caller.post('/api/auth/sign-in/email', { data: { email, password } })).toBeOK();
  return caller;
}

/** What the API says at `path`, held against the contract. */
export async function get<T>(caller: APIRequestContext, path: string, schema: Schema<T>): Promise<T> {
  const answer = await caller.get(path);
  await expect(answer, path).toBeOK();
  return schema.parse(await answer.json());
}

/** Every item of a list, page by page. */
export async function getAll<T>(
  caller: APIRequestContext,
  path: string,
  schema: Schema<{ items: T[]; nextCursor: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page = await get(caller, `${path}${path.includes('?') ? '&' : '?'}limit=200${query}`, schema);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

export async function upload(caller: APIRequestContext, fileName: string, bytes: Buffer): Promise<Upload> {
  const answer = await caller.post('/api/v1/uploads', {
    data: bytes,
    headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(fileName) },
  });
  await expect(answer, `upload of ${fileName}`).toBeOK();
  return uploadSchema.parse(await answer.json());
}

/** Starts an import of these bytes by the API, for what a test needs to be there or to be going on. */
export async function startImport(
  caller: APIRequestContext,
  { fileName, bytes, options = {} }: { fileName: string; bytes: Buffer; options?: Partial<ImportOptions> },
): Promise<Job> {
  const { id: uploadId } = await upload(caller, fileName, bytes);
  const answer = await caller.post('/api/v1/batches', {
    data: { name: fileName, jobs: [{ operation: 'import', uploadId, options }] },
    headers: { 'Idempotency-Key': randomUUID() },
  });
  await expect(answer, `batch for ${fileName}`).toBeOK();
  const batch: Batch = batchSchema.parse(await answer.json());
  return batch.jobs[0] as Job;
}

export function readJob(caller: APIRequestContext, id: string): Promise<Job> {
  return get(caller, `/api/v1/jobs/${id}`, jobSchema);
}

/** Waits until the job is in this state, and answers it. */
export async function jobIs(caller: APIRequestContext, id: string, status: RegExp = FINAL): Promise<Job> {
  let job = await readJob(caller, id);
  await expect
    .poll(
      async () => {
        job = await readJob(caller, id);
        return job.status;
      },
      { timeout: JOB_WITHIN_MS, intervals: [100, 250] },
    )
    .toMatch(status);
  return job;
}

/** Definitions that a test works with, put there by an import without a person. */
export async function have(caller: APIRequestContext, fileName: string, bytes: Buffer): Promise<Job> {
  const job = await startImport(caller, { fileName, bytes, options: { confirm: false } });
  const ended = await jobIs(caller, job.id);
  expect(ended.status, `import of ${fileName}`).toBe('completed');
  return ended;
}
