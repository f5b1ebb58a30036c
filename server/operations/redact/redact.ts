import { listExpiredKeys } from '#db/queries/redacted-traces.ts';
import { keepFinal } from '#db/queries/write-redacted.ts';
import { linkRelations } from '#db/queries/write-relations.ts';
import type { Operation } from '#server/operations/operation.ts';
import { removeExpired } from '#server/operations/remove-expired.ts';
import { applyRedact } from './apply-redact.ts';
import { checkRedact } from './check-redact.ts';

/** Replaces personal data and case numbers in the stored definitions for good, once somebody else has said yes to what was found. */
export const redactOperation: Operation = {
  writesVersions: true,
  check: checkRedact,
  apply: applyRedact,
  /** There is nothing to go back to: that was the point. */
  undo: async (sql, { job }, { first, last }) => ({
    rolledBack: 0,
    rollbackConflict: await keepFinal(sql, job.id, first, last, 'redaction_final'),
  }),
  async finish(work) {
    const { job, pool } = work;
    await linkRelations(pool, job);
    if (job.status !== 'finalizing') return;
    await removeExpired(work, await listExpiredKeys(pool, job.id));
  },
  discard: ({ job, pool }) => linkRelations(pool, job),
};
