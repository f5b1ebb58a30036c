import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { readChunkOutputs } from '#db/queries/export-items.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Work } from '#server/operations/operation.ts';
import type { Answer } from './answer.ts';

/** Where the answers of a chunk wait for the file they become part of: one JSON text a line. */
type StoredAnswers = { key: string };

/** Chunk outputs read at once; each says no more than where its answers are. */
const CHUNKS_AT_ONCE = 500;

/** Reading line by line would also break at these two, which JSON leaves as they are. */
const SEPARATORS = /[\u2028\u2029]/g;
const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16)}`;

/** Puts the answers of one chunk away; each attempt under a key of its own. */
export async function storeAnswers(
  { job, storage }: Work,
  number: number,
  answers: readonly Answer[],
): Promise<StoredAnswers> {
  const key = `jobs/${job.id}/answers/${number}-${uuidV7()}`;
  const lines = answers.map((one) => `${JSON.stringify(one).replace(SEPARATORS, escaped)}\n`);
  await storage.write(key, Readable.from([Buffer.from(lines.join(''))]));
  return { key };
}

/** Every answer of a job in the order of its terms, each as its JSON text; one chunk in memory at a time. */
export async function* readAnswers({ job, pool, storage }: Work): AsyncGenerator<string> {
  for (let after = -1; ; ) {
    const chunks = await readChunkOutputs<StoredAnswers>(pool, job.id, after, CHUNKS_AT_ONCE);
    const last = chunks.at(-1);
    if (!last) return;
    after = last.number;
    for (const { key } of chunks.flatMap(({ output }) => output ?? [])) {
      yield* createInterface({ input: Readable.from(storage.read(key)) });
    }
  }
}
