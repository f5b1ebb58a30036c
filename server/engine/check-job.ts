import type { Sql } from '#db/client.ts';
import { advanceCheck, recordCheck } from '#db/queries/advance-check.ts';
import { insertChunks } from '#db/queries/chunks.ts';
import { cancelPendingItems, endDryRun, failPlannedItems } from '#db/queries/end-items.ts';
import { chunkSizeFor, planChunks } from '#domain/chunks.ts';
import { exceedsTolerance } from '#domain/error-modes.ts';
import { hasError } from '#domain/finding.ts';
import type { Checked, CheckWork } from '#server/operations/operation.ts';
import { Released, Superseded } from './interruptions.ts';
import { errorPolicy, type JobAtWork, move, whileOurs } from './job-at-work.ts';

const MS_PER_DAY = 24 * 3600 * 1000;

/** Looks at everything before anything is written, then decides where the job goes from here. */
export async function checkJob(at: JobAtWork): Promise<void> {
  const { job } = at.work;
  const advance: CheckWork['advance'] = async (phase, checked, total) => {
    if (at.work.signal.aborted) throw new Released();
    if (!(await advanceCheck(at.engine.pool, { id: job.id, fence: at.fence }, phase, checked, total)))
      throw new Superseded();
    at.ticker.tick();
  };
  const checked = await at.operation.check?.({ ...at.work, advance });
  if (!checked) throw new Error(`Operation ${job.operation} has nothing to check`);
  await whileOurs(at, ['checking'], async (sql) => {
    await recordCheck(sql, job.id, checked);
    await decide(sql, at, checked);
  });
}

async function decide(sql: Sql, at: JobAtWork, checked: Checked): Promise<void> {
  const { job } = at.work;
  const { mode, maxErrors } = errorPolicy(job);
  const problem = refusal(at, checked);
  if (problem) {
    await failPlannedItems(sql, job.id);
    await cancelPendingItems(sql, job.id);
    await move(sql, at, { event: 'plan_refused', plan: checked.plan, problem });
    return;
  }
  if (mode === 'collect') {
    await endDryRun(sql, job.id);
    await move(sql, at, { event: 'all_chunks_done', phase: 'finalizing', plan: checked.plan });
    return;
  }
  if (exceedsTolerance(mode, maxErrors, checked.failing)) {
    await failPlannedItems(sql, job.id);
    await cancelPendingItems(sql, job.id);
    const params = { count: checked.failing, limit: maxErrors ?? 0 };
    await move(sql, at, {
      event: 'plan_refused',
      plan: checked.plan,
      problem: { code: 'invalid_items_not_tolerated', params },
    });
    return;
  }
  const size = chunkSizeFor(job.options.chunkSize as number | 'auto', checked.total);
  await insertChunks(sql, job.id, planChunks(checked.levels, size));
  if (job.options.confirm === false) {
    await move(sql, at, { event: 'plan_accepted', phase: 'applying', plan: checked.plan });
    return;
  }
  const confirmBefore = new Date(Date.now() + at.engine.config.limits.planExpiresDays * MS_PER_DAY);
  await move(sql, at, { event: 'plan_ready', phase: 'confirming', plan: checked.plan, confirmBefore });
}

/** Why the job cannot go on whatever its options say: an upload that was refused as a whole, or with nothing in it. */
function refusal(at: JobAtWork, { total, findings }: Checked) {
  const found = findings.find((finding) => finding.severity === 'error');
  if (hasError(findings) && found) {
    const entry = found.location?.file;
    return { code: found.code, params: { ...found.params, ...(entry ? { entry } : {}) } };
  }
  if (total === 0) return { code: 'no_records' };
  const limit = at.engine.config.limits.maxItems;
  return total > limit ? { code: 'too_many_records', params: { count: total, limit } } : null;
}
