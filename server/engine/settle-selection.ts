import { cancelPendingItems } from '#db/queries/end-items.ts';
import { settle } from '#db/queries/settle-selection.ts';
import { type JobAtWork, move, whileOurs } from './job-at-work.ts';

/**
 * Freezes the selection of a job that was started for later, or that others went before: what matches is a question about now. A
 * job whose expectations are not met ends here, before it has done anything; then it answers false.
 */
export async function settleSelection(at: JobAtWork): Promise<boolean> {
  const { job, limits } = at.work;
  if (job.frozen) return true;
  return whileOurs(at, ['queued'], async (sql) => {
    const { unmet } = await settle(sql, job, limits.maxItems);
    if (!unmet) return true;
    await cancelPendingItems(sql, job.id);
    await move(sql, at, { event: 'give_up', problem: unmet });
    return false;
  });
}
