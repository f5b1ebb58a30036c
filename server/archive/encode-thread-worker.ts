import { parentPort } from 'node:worker_threads';
import type { EncodeAnswer, EncodeOrder } from './encode-thread.ts';
import { unpackTexts } from './packed-texts.ts';
import type { Answer, Numbered } from './thread.ts';
import { encodeEntries } from './write-segment.ts';

/** The other side of encode-thread.ts. */
parentPort?.on('message', async ({ number, ...order }: Numbered<EncodeOrder>) => {
  try {
    const answer = await encode(order);
    parentPort?.postMessage({ number, answer } satisfies Answer<EncodeAnswer>, [answer.data]);
  } catch (error) {
    parentPort?.postMessage({ number, error } satisfies Answer<EncodeAnswer>);
  }
});

async function encode({ names, sizes, bytes }: EncodeOrder): Promise<EncodeAnswer> {
  const { data, entries } = await encodeEntries(unpackTexts(names, sizes, bytes));
  const { buffer, length } = data;
  // A small buffer is a part of Node's pool, which cannot be handed over.
  const isWhole = length === buffer.byteLength && buffer instanceof ArrayBuffer;
  return { data: isWhole ? buffer : Uint8Array.from(data).buffer, entries };
}
