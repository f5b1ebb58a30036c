import { markDeleted } from '#db/queries/mark-deleted.ts';
import { undoDefinitions } from '#db/queries/undo-definitions.ts';
import { linkRelations } from '#db/queries/write-relations.ts';
import { chunkOf } from '#server/operations/chunk-of.ts';
import type { Operation } from '#server/operations/operation.ts';

/** Puts deleted definitions back as they were, unless their identity was taken meanwhile. */
export const restoreOperation: Operation = {
  writesVersions: true,
  apply: (sql, work, range) => markDeleted(sql, 'restore', chunkOf(work, range)),
  undo: (sql, work, range) => undoDefinitions(sql, chunkOf(work, range)),
  finish: ({ job, pool }) => linkRelations(pool, job),
  discard: ({ job, pool }) => linkRelations(pool, job),
};
