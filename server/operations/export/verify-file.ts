import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { ExportFormat } from '#domain/export-formats.ts';
import type { FileSum } from '#server/formats/carried-sum.ts';
import { writerOf } from '#server/formats/formats.ts';
import { JobFailed } from '#server/operations/operation.ts';
import type { Storage } from '#server/storage/storage.ts';
import { type VerifyAnswer, verifyBytes, type WrittenFile } from './verify-bytes.ts';

/** What goes to the thread, which asks for a file piece by piece, and what comes back. */
export type ToThread = WrittenFile | { piece: Uint8Array | null };
export type FromThread = { wants: 'piece' } | { answer: VerifyAnswer };

/** What a stored file has to be. */
export type ExpectedFile = FileSum & { key: string; format: ExportFormat; size: number; sha256: string };

/** Up to so many bytes a file is read at once: to start a thread takes longer. */
const AT_ONCE = 512 * 1024;

/** In megabytes; without a limit a thread lets its memory grow as long as the machine has any. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 };
/**
 * What is read in pieces and kept packed, outside of this, needs less: more room would only be filled with what is gone. Twice what
 * it was seen to need for a file of as many definitions as one may hold, however long they are.
 */
const PACKED_MEMORY = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 4 };

/** So many bytes one thread reads; then its memory is given back, and another goes on. */
const BYTES_PER_THREAD = 8 * 1024 * 1024;

/** Reads files again, large ones in a thread of its own that is there no longer than this is. */
export type Verifier = AsyncDisposable & {
  /**
   * Reads a file back from the storage with the reader of an import: the same bytes, as many definitions, and in each everything
   * that the format carries. One file at a time. @throws JobFailed when anything differs
   */
  verify(expected: ExpectedFile): Promise<void>;
};

export function openVerifier(storage: Storage): Verifier {
  let thread: Worker | null = null;
  let read = 0;
  let wasPacked = false;
  const stop = async () => {
    await thread?.terminate();
    thread = null;
    read = 0;
  };
  return {
    async verify(expected) {
      const pieces: AsyncIterable<Uint8Array> = storage.read(expected.key);
      if (expected.size <= AT_ONCE) return compare(expected, await verifyBytes(expected, pieces));
      const isPacked = writerOf(expected.format).readBack !== undefined;
      if (read + expected.size > BYTES_PER_THREAD || isPacked !== wasPacked) await stop();
      wasPacked = isPacked;
      thread ??= startThread(isPacked ? PACKED_MEMORY : MEMORY);
      read += expected.size;
      compare(expected, await ask(thread, expected, pieces));
    },
    [Symbol.asyncDispose]: stop,
  };
}

function compare(expected: ExpectedFile, answer: VerifyAnswer): void {
  if ('problem' in answer) throw notVerified(expected, answer.problem);
  if (answer.sha256 !== expected.sha256) throw notVerified(expected, 'sha256');
  if (answer.definitions !== expected.definitions) throw notVerified(expected, String(answer.definitions));
  if (answer.digest !== undefined && answer.digest !== expected.digest) throw notVerified(expected, 'digest');
}

function startThread(resourceLimits: ResourceLimits): Worker {
  return new Worker(new URL('./verify-file-worker.ts', import.meta.url), { execArgv: [], resourceLimits });
}

async function ask(
  thread: Worker,
  { format, size }: WrittenFile,
  pieces: AsyncIterable<Uint8Array>,
): Promise<VerifyAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<VerifyAnswer>();
  const unread = pieces[Symbol.asyncIterator]();
  const said = async (message: FromThread) => {
    if ('answer' in message) return resolve(message.answer);
    const next = await unread.next();
    thread.postMessage({ piece: next.done ? null : next.value } satisfies ToThread);
  };
  const heard = (message: FromThread) => void said(message).catch(reject);
  const ended = (code: number) => reject(new Error(`A thread ended with code ${code}.`));
  thread.on('message', heard).once('error', reject).once('exit', ended);
  thread.postMessage({ format, size } satisfies ToThread);
  try {
    return await promise;
  } finally {
    thread.off('message', heard).off('error', reject).off('exit', ended);
    await unread.return?.();
  }
}

function notVerified({ format, definitions }: ExpectedFile, found: string): JobFailed {
  return new JobFailed('export_not_verified', { format, definitions, found });
}
