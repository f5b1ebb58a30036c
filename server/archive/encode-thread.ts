import { Worker } from 'node:worker_threads';
import { type PackedTexts, unpackTexts } from './packed-texts.ts';
import { askThread } from './thread.ts';
import { type EncodedEntries, type EntryRecord, encodeEntries } from './write-segment.ts';

/** Packed texts, in a buffer that moves over without being copied; and likewise back. */
export type EncodeOrder = { names: string[]; sizes: number[]; bytes: ArrayBuffer };
export type EncodeAnswer = { data: ArrayBuffer; entries: EntryRecord[] };

/** In megabytes. What it makes is handed over or gone at once; without limits its heap would be as large as that of a processor. */
const MEMORY = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };
/** One that has worked keeps 25 MB; a new one compiles all it does anew, which the first export of 10 000 feels. */
const IDLE_MS = 60_000;
/** Less than this is done at once: handing it over takes longer. */
const HAND_OVER_FROM = 64 * 1024;

const ask = askThread<EncodeOrder, EncodeAnswer>(
  () => new Worker(new URL('./encode-thread-worker.ts', import.meta.url), { execArgv: [], resourceLimits: MEMORY }),
  IDLE_MS,
);

/**
 * Encodes texts as `encodeEntries` does, in a thread of its own (one per process), so that deflating and hashing do not hold up
 * whoever asks: together they are half the work of an export. The buffer of the texts is gone afterwards.
 */
export async function encodeInThread(texts: PackedTexts): Promise<EncodedEntries> {
  const { names, sizes, buffer } = texts;
  if (texts.size < HAND_OVER_FROM) return encodeEntries(unpackTexts(names, sizes, buffer));
  const { data, entries } = await ask({ names, sizes, bytes: buffer }, [buffer]);
  return { data: Buffer.from(data), entries };
}
