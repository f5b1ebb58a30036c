import { listExpiredKeys } from '#db/queries/redacted-traces.ts';
import { keepFinal } from '#db/queries/write-redacted.ts';
import type { Operation } from '#server/operations/operation.ts';
import { removeExpired } from '#server/operations/remove-expired.ts';
import { applyAnonymise } from './apply-anonymise.ts';
import { checkAnonymise } from './check-anonymise.ts';

/**
 * Wipes the names of people off definitions for good, once somebody else has said yes: who wrote, changed, approved, deleted and
 * reviewed each version, and fields of the metadata that name people. The legal text stays as it is.
 */
export const anonymiseOperation: Operation = {
  check: checkAnonymise,
  apply: applyAnonymise,
  undo: async (sql, { job }, { first, last }) => ({
    rolledBack: 0,
    rollbackConflict: await keepFinal(sql, job.id, first, last, 'anonymised_for_good'),
  }),
  async finish(work) {
    if (work.job.status === 'finalizing') await removeExpired(work, await listExpiredKeys(work.pool, work.job.id));
  },
  async discard() {},
};
