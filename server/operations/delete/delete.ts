import { markDeleted } from '#db/queries/mark-deleted.ts';
import { undoDefinitions } from '#db/queries/undo-definitions.ts';
import { linkRelations } from '#db/queries/write-relations.ts';
import { checkSelected } from '#server/operations/check-selected.ts';
import { chunkOf } from '#server/operations/chunk-of.ts';
import type { Operation } from '#server/operations/operation.ts';

/** Deletes definitions so that they can be put back: nobody finds them any more, and their identity is free. */
export const deleteOperation: Operation = {
  writesVersions: true,
  /** Only of what waits for an approval; what does not is deleted without being looked at first. */
  check: (work) => checkSelected(work, { reason: 'to_delete', deleted: false, held: 'fails' }),
  apply: (sql, work, range) => markDeleted(sql, 'delete', chunkOf(work, range)),
  undo: (sql, work, range) => undoDefinitions(sql, chunkOf(work, range)),
  /** What pointed at them may find another definition of that term. */
  finish: ({ job, pool }) => linkRelations(pool, job),
  discard: ({ job, pool }) => linkRelations(pool, job),
};
