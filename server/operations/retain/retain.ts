import { applyDefinitions } from '#db/queries/apply-definitions.ts';
import { addTally, NO_TALLY } from '#db/queries/commit-chunk.ts';
import { endSkipped } from '#db/queries/decide-selected.ts';
import { markDeleted } from '#db/queries/mark-deleted.ts';
import { undoDefinitions } from '#db/queries/undo-definitions.ts';
import { linkRelations } from '#db/queries/write-relations.ts';
import type { RetentionAction } from '#domain/retention.ts';
import { checkSelected } from '#server/operations/check-selected.ts';
import { chunkOf } from '#server/operations/chunk-of.ts';
import type { Applied, Operation, Work } from '#server/operations/operation.ts';
import { checkArchive } from './check-archive.ts';

/**
 * Archives or deletes what has been kept for long enough, so that it can be taken back. What a legal hold is on stays and says so;
 * neither workflow nor gate is asked: how long something is kept is decided already.
 */
export const retainOperation: Operation = {
  writesVersions: true,
  check: (work) =>
    deletes(work) ? checkSelected(work, { reason: 'to_delete', deleted: false, held: 'stays' }) : checkArchive(work),
  async apply(sql, work, range): Promise<Applied> {
    const chunk = chunkOf(work, range);
    if (!deletes(work)) return applyDefinitions(sql, chunk);
    const skipped = await endSkipped(sql, chunk.jobId, range.first, range.last);
    const applied = await markDeleted(sql, 'delete', chunk);
    return { ...applied, tally: addTally(applied.tally, { ...NO_TALLY, skipped }), items: applied.items + skipped };
  },
  undo: (sql, work, range) => undoDefinitions(sql, chunkOf(work, range)),
  finish: ({ job, pool }) => linkRelations(pool, job),
  discard: ({ job, pool }) => linkRelations(pool, job),
};

function deletes({ job }: Pick<Work, 'job'>): boolean {
  return (job.options.action as RetentionAction) === 'delete';
}
