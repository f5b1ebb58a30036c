import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, request } from '@playwright/test';
import { type Batch, batchSchema, type ImportOptions, type NewBatchInput } from '#contract/batches.ts';
import { type Job, jobSchema } from '#contract/jobs.ts';
import { type Upload, uploadSchema } from '#contract/uploads.ts';
import { ourPerson, type Person } from './people.ts';
import { PRODUCT, type Role } from './product.ts';
import { whileItMoves } from './while-it-moves.ts';

type Schema<T> = { parse: (value: unknown) => T };

const FINAL = /^(completed|completed_with_errors|failed|cancelled|rolled_back|rollback_failed|expired)$/;

/** A caller of the API that is signed in as this person, ours of a role unless given; the fixture `callAs` disposes of those. */
export async function newCaller(role: Role, person?: Person): Promise<APIRequestContext> {
  const { session } = person ?? (await ourPerson(role));
  return request.newContext({ baseURL: PRODUCT.url, storageState: session });
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

async function upload(caller: APIRequestContext, fileName: string, bytes: Buffer): Promise<Upload> {
  const answer = await caller.post('/api/v1/uploads', {
    data: bytes,
    headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(fileName) },
  });
  await expect(answer, `upload of ${fileName}`).toBeOK();
  return uploadSchema.parse(await answer.json());
}

/** Starts a batch by the API, for what a test needs to be there or to be going on; for an import, see `startImport`. */
export async function startBatch(caller: APIRequestContext, data: NewBatchInput): Promise<Batch> {
  const answer = await caller.post('/api/v1/batches', { data, headers: { 'Idempotency-Key': randomUUID() } });
  await expect(answer, `batch ${data.name}`).toBeOK();
  return batchSchema.parse(await answer.json());
}

/** Starts an import of these bytes by the API; `confirm: false` among the options leaves out the plan. */
export async function startImport(
  caller: APIRequestContext,
  { fileName, bytes, options = {} }: { fileName: string; bytes: Buffer; options?: Partial<ImportOptions> },
): Promise<Job> {
  const { id: uploadId } = await upload(caller, fileName, bytes);
  const { jobs } = await startBatch(caller, { name: fileName, jobs: [{ operation: 'import', uploadId, options }] });
  return jobs[0] as Job;
}

export function readJob(caller: APIRequestContext, id: string): Promise<Job> {
  return get(caller, `/api/v1/jobs/${id}`, jobSchema);
}

/** Waits until the job is in this state, as long as it moves, and answers it. */
export function jobIs(caller: APIRequestContext, id: string, status: RegExp = FINAL): Promise<Job> {
  return whileItMoves({
    what: `job ${id} is ${status.source}`,
    look: () => readJob(caller, id),
    until: (job) => status.test(job.status),
  });
}

/** Definitions that a test works with, put there by an import without a person. */
export async function have(caller: APIRequestContext, fileName: string, bytes: Buffer): Promise<Job> {
  const job = await startImport(caller, { fileName, bytes, options: { confirm: false } });
  const ended = await jobIs(caller, job.id);
  expect(ended.status, `import of ${fileName}`).toBe('completed');
  return ended;
}
