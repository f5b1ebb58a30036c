import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { CarriedSum } from '#server/formats/carried-sum.ts';
import { detectFormat, writerOf } from '#server/formats/formats.ts';
import type { VerifyAnswer, VerifyOrder } from './verify-file.ts';

/** The other side of verify-file.ts. */
parentPort?.on('message', async (order: VerifyOrder) => {
  parentPort?.postMessage(await verify(order).catch((error: unknown) => ({ problem: String(error).slice(0, 200) })));
});

/** What was written by us is read whatever its size. */
const NO_LIMITS = { maxBytes: Number.POSITIVE_INFINITY, maxRecords: Number.POSITIVE_INFINITY };

async function verify({ format, bytes: buffer }: VerifyOrder): Promise<VerifyAnswer> {
  const bytes = new Uint8Array(buffer);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { count, extension } = writerOf(format);
  if (count) return { sha256, definitions: await count(bytes) };
  const name = `definities.${extension}`;
  const reader = detectFormat(bytes, name);
  if (!reader) return { problem: 'format_unknown' };
  const sum = new CarriedSum(format);
  for await (const raw of reader.read(bytes, name, NO_LIMITS)) sum.addRead(raw);
  return { sha256, ...sum.end() };
}
