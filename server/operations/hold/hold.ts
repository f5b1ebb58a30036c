import { markHeld, undoHold } from '#db/queries/mark-held.ts';
import type { Operation } from '#server/operations/operation.ts';
import { holdChunkOf } from './hold-chunk-of.ts';

/**
 * Puts a legal hold on definitions: until it is lifted nothing changes, deletes, redacts or overwrites them, by whatever way; the
 * database itself sees to that.
 */
export const holdOperation: Operation = {
  async apply(sql, work, range) {
    const { tally, items, lastTerm } = await markHeld(sql, 'hold', holdChunkOf(work, range));
    return { tally, items, lastTerm };
  },
  undo: (sql, { job }, range) => undoHold(sql, job.id, range),
  finish: () => Promise.resolve(),
  discard: () => Promise.resolve(),
};
