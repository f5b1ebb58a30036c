import { applyDefinitions } from '#db/queries/apply-definitions.ts';
import { forgetHigher, listRaised } from '#db/queries/forget-higher.ts';
import { undoDefinitions } from '#db/queries/undo-definitions.ts';
import { linkRelations } from '#db/queries/write-relations.ts';
import { chunkOf } from '#server/operations/chunk-of.ts';
import type { Operation } from '#server/operations/operation.ts';
import { checkUpdate } from './check-update.ts';

/** Changes fields and status of a selection: each definition is decided over first, then written as decided. */
export const updateOperation: Operation = {
  writesVersions: true,
  check: checkUpdate,
  apply: (sql, work, range) => applyDefinitions(sql, chunkOf(work, range)),
  undo: (sql, work, range) => undoDefinitions(sql, chunkOf(work, range)),
  async finish({ job, pool }) {
    await linkRelations(pool, job);
    await forgetHigher(pool, job.organisationId, await listRaised(pool, job.id));
  },
  discard: ({ job, pool }) => linkRelations(pool, job),
};
