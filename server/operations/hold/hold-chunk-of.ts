import type { HoldChunk } from '#db/queries/mark-held.ts';
import { chunkOf } from '#server/operations/chunk-of.ts';
import type { Work, WorkRange } from '#server/operations/operation.ts';

export function holdChunkOf(work: Work, range: WorkRange): HoldChunk {
  const { matter } = work.job.options as { matter: string };
  return { ...chunkOf(work, range), matter };
}
