import { Worker } from 'node:worker_threads';
import { askThread } from './thread.ts';
import { type EncodedEntries, type EntryRecord, encodeEntries, type NamedBytes } from './write-segment.ts';

/** The bytes of all files, one behind the other, in a buffer that moves over without being copied; and likewise back. */
export type EncodeOrder = { names: string[]; sizes: number[]; bytes: ArrayBuffer };
export type EncodeAnswer = { data: ArrayBuffer; entries: EntryRecord[] };

/** In megabytes. What it makes is handed over or gone at once; without limits its heap would be as large as that of a processor. */
const MEMORY = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };
/** Less than this is done at once: handing it over takes longer. */
const HAND_OVER_FROM = 64 * 1024;

const ask = askThread<EncodeOrder, EncodeAnswer>(
  () => new Worker(new URL('./encode-thread-worker.ts', import.meta.url), { execArgv: [], resourceLimits: MEMORY }),
);

/**
 * The same as `encodeEntries`, in a thread of its own (one per process), so that deflating and hashing do not hold up whoever asks:
 * together they are half the work of an export.
 */
export async function encodeInThread(files: readonly NamedBytes[]): Promise<EncodedEntries> {
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total < HAND_OVER_FROM) return encodeEntries(files);
  const all = Buffer.from(new ArrayBuffer(total));
  let at = 0;
  for (const { bytes } of files) at += bytes.copy(all, at);
  const names = files.map(({ name }) => name);
  const sizes = files.map(({ bytes }) => bytes.length);
  const { data, entries } = await ask({ names, sizes, bytes: all.buffer }, [all.buffer]);
  return { data: Buffer.from(data), entries };
}
