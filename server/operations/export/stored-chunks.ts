import { readChunkOutputs } from '#db/queries/export-items.ts';
import type { Work } from '#server/operations/operation.ts';
import type { StoredChunk } from './render-chunk.ts';

/** Chunk outputs read at once; each says no more than where its pieces are. */
const CHUNKS_AT_ONCE = 500;

/** What the chunks of an export left in the file storage, in order. */
export async function* storedChunks({ job, pool }: Work): AsyncGenerator<StoredChunk> {
  for (let after = -1; ; ) {
    const chunks = await readChunkOutputs<StoredChunk>(pool, job.id, after, CHUNKS_AT_ONCE);
    const last = chunks.at(-1);
    if (!last) return;
    after = last.number;
    yield* chunks.flatMap(({ output }) => output ?? []);
  }
}
