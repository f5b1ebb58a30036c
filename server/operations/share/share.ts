import { readChunkOutputs } from '#db/queries/export-items.ts';
import { type EarlierSharing, markShared, type Sharing, undoShared } from '#db/queries/mark-shared.ts';
import { chunkOf } from '#server/operations/chunk-of.ts';
import type { Operation } from '#server/operations/operation.ts';

/**
 * Says which other organisations may read definitions. Keeps with the chunk how they were shared before, so that a stop with a
 * roll-back puts it back.
 */
export const shareOperation: Operation = {
  async apply(sql, work, range) {
    const { visibility, organisationIds = [] } = work.job.options as { organisationIds?: string[] } & Sharing;
    const chunk = { ...chunkOf(work, range), clearance: work.job.clearance };
    const { earlier, ...applied } = await markShared(sql, chunk, { visibility, organisationIds });
    return { ...applied, ...(earlier.length > 0 ? { output: earlier } : {}) };
  },
  async undo(sql, { job }, range) {
    const chunks = await readChunkOutputs<EarlierSharing[]>(sql, job.id, range.number - 1, range.chunks);
    // A chunk that was replayed item by item kept a list of lists.
    const earlier = chunks.flatMap(({ output }) => (output?.flat() ?? []) as EarlierSharing[]);
    return undoShared(sql, job.id, range, earlier);
  },
  finish: () => Promise.resolve(),
  discard: () => Promise.resolve(),
};
