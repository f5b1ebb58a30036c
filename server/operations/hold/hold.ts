import { markHeld, undoHold } from '#db/queries/mark-held.ts';
import type { Operation } from '#server/operations/operation.ts';
import { holdChunkOf } from './hold-chunk-of.ts';

/**
 * Puts a legal hold on definitions: until it is lifted nothing changes, deletes, redacts or overwrites them, by whatever way; the
 * database itself sees to that.
 */
export const holdOperation: Operation = {
  apply: (sql, work, range) =>
    markHeld(sql, 'hold', holdChunkOf(work, range)).then(({ lifted: _, ...applied }) => applied),
  undo: (sql, { job }, range) => undoHold(sql, job.id, range),
  finish: () => Promise.resolve(),
  discard: () => Promise.resolve(),
};
