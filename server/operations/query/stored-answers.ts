import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { allChunkOutputs } from '#db/queries/export-items.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Work } from '#server/operations/operation.ts';

/** Where the answers of a chunk wait for the file they become part of: one JSON text a line. */
type StoredAnswers = { key: string };

/** Reading line by line would also break at these two, which JSON leaves as they are. */
const SEPARATORS = /[\u2028\u2029]/g;
const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16)}`;

/** Puts the answers of one chunk away; each attempt under a key of its own. */
export async function storeAnswers(
  { job, storage }: Work,
  number: number,
  answers: readonly object[],
): Promise<StoredAnswers> {
  const key = `jobs/${job.id}/answers/${number}-${uuidV7()}`;
  const lines = answers.map((one) => `${JSON.stringify(one).replace(SEPARATORS, escaped)}\n`);
  await storage.write(key, Readable.from([Buffer.from(lines.join(''))]));
  return { key };
}

/** Every answer of a job in the order of its terms, each as its JSON text; one chunk in memory at a time. */
export async function* readAnswers({ job, pool, storage }: Work): AsyncGenerator<string> {
  for await (const { key } of allChunkOutputs<StoredAnswers>(pool, job.id)) {
    yield* createInterface({ input: Readable.from(storage.read(key)) });
  }
}
