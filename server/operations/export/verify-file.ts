import { Worker } from 'node:worker_threads';
import type { ExportFormat } from '#domain/export-formats.ts';
import type { FileSum } from '#server/formats/carried-sum.ts';
import { JobFailed } from '#server/operations/operation.ts';
import type { Storage } from '#server/storage/storage.ts';

/** What a stored file has to be. */
export type ExpectedFile = FileSum & { key: string; format: ExportFormat; size: number; sha256: string };

export type VerifyOrder = { format: ExportFormat; bytes: ArrayBuffer };
export type VerifyAnswer = (Partial<FileSum> & { definitions: number; sha256: string }) | { problem: string };

/** In megabytes; without a limit a thread lets its memory grow as long as the machine has any. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/**
 * Reads a file back from the storage with the reader of an import, in a thread of its own: the same bytes, as many definitions, and
 * in each everything that the format carries. The thread is there for one file, and its memory is gone with it.
 * @throws JobFailed when anything differs
 */
export async function verifyFile(storage: Storage, expected: ExpectedFile): Promise<void> {
  const bytes = await wholeFile(storage, expected);
  const answer = await askOnce({ format: expected.format, bytes });
  if ('problem' in answer) throw notVerified(expected, answer.problem);
  if (answer.sha256 !== expected.sha256) throw notVerified(expected, 'sha256');
  if (answer.definitions !== expected.definitions) throw notVerified(expected, String(answer.definitions));
  if (answer.digest !== undefined && answer.digest !== expected.digest) throw notVerified(expected, 'digest');
}

async function wholeFile(storage: Storage, { key, size }: ExpectedFile): Promise<ArrayBuffer> {
  const all = new Uint8Array(new ArrayBuffer(size));
  let at = 0;
  for await (const piece of storage.read(key) as AsyncIterable<Uint8Array>) {
    all.set(piece.subarray(0, size - at), at);
    at += piece.length;
  }
  return all.buffer;
}

function askOnce(order: VerifyOrder): Promise<VerifyAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<VerifyAnswer>();
  const thread = new Worker(new URL('./verify-file-worker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: MEMORY,
  });
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', (code) => reject(new Error(`A thread ended with code ${code}.`)));
  thread.postMessage(order, [order.bytes]);
  return promise.finally(() => thread.terminate());
}

function notVerified({ format, definitions }: ExpectedFile, found: string): JobFailed {
  return new JobFailed('export_not_verified', { format, definitions, found });
}
