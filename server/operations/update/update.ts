import { applyDefinitions } from '#db/queries/apply-definitions.ts';
import { undoDefinitions } from '#db/queries/undo-definitions.ts';
import { linkRelations } from '#db/queries/write-relations.ts';
import { chunkOf } from '#server/operations/chunk-of.ts';
import type { Operation } from '#server/operations/operation.ts';
import { checkUpdate } from './check-update.ts';

/** Changes fields and status of a selection: each definition is decided over first, then written as decided. */
export const updateOperation: Operation = {
  check: checkUpdate,
  apply: (sql, work, range) => applyDefinitions(sql, chunkOf(work, range)),
  undo: (sql, work, range) => undoDefinitions(sql, chunkOf(work, range)),
  finish: ({ job, pool }) => linkRelations(pool, job),
  discard: ({ job, pool }) => linkRelations(pool, job),
};
