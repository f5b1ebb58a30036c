import { listExpiredKeys } from '#db/queries/redacted-traces.ts';
import { keepRedacted } from '#db/queries/write-redacted.ts';
import { linkRelations } from '#db/queries/write-relations.ts';
import type { Operation } from '#server/operations/operation.ts';
import { applyRedact } from './apply-redact.ts';
import { checkRedact } from './check-redact.ts';

/** Replaces personal data and case numbers in the stored definitions for good, once somebody else has said yes to what was found. */
export const redactOperation: Operation = {
  check: checkRedact,
  apply: applyRedact,
  /** There is nothing to go back to: that was the point. */
  undo: async (sql, { job }, { first, last }) => ({
    rolledBack: 0,
    rollbackConflict: await keepRedacted(sql, job.id, first, last),
  }),
  async finish({ job, pool, storage }) {
    await linkRelations(pool, job);
    if (job.status !== 'finalizing') return;
    for (const { table, key } of await listExpiredKeys(pool, job.id)) {
      await storage.remove(key);
      await pool.query(`UPDATE ${table} SET storage_key = '' WHERE storage_key = $1`, [key]);
    }
  },
  discard: ({ job, pool }) => linkRelations(pool, job),
};
