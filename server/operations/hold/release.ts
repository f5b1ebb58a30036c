import { readChunkOutputs } from '#db/queries/export-items.ts';
import { type LiftedHold, markHeld, undoRelease } from '#db/queries/mark-held.ts';
import type { Operation } from '#server/operations/operation.ts';
import { holdChunkOf } from './hold-chunk-of.ts';

/** Lifts a legal hold. Keeps with the chunk what was lifted, so that a stop with a roll-back puts it back as it was. */
export const releaseOperation: Operation = {
  async apply(sql, work, range) {
    const { lifted, ...applied } = await markHeld(sql, 'release', holdChunkOf(work, range));
    return { ...applied, ...(lifted.length > 0 ? { output: lifted } : {}) };
  },
  async undo(sql, { job }, range) {
    const chunks = await readChunkOutputs<LiftedHold[]>(sql, job.id, range.number - 1, range.chunks);
    // A chunk that was replayed item by item kept a list of lists.
    const lifted = chunks.flatMap(({ output }) => (output?.flat() ?? []) as LiftedHold[]);
    return undoRelease(sql, job.id, range, lifted);
  },
  finish: () => Promise.resolve(),
  discard: () => Promise.resolve(),
};
