import type { Sql } from '#db/client.ts';
import { advanceCheck, recordCheck, recordLevels, restartCheck } from '#db/queries/advance-check.ts';
import { insertChunks } from '#db/queries/chunks.ts';
import { cancelPendingItems, endDryRun, failPlannedItems } from '#db/queries/end-items.ts';
import { requireApproval } from '#db/queries/require-approval.ts';
import { chunkSizeFor, planChunks } from '#domain/chunks.ts';
import { exceedsTolerance } from '#domain/error-modes.ts';
import { unmetExpectation } from '#domain/expectations.ts';
import { hasError } from '#domain/finding.ts';
import { askByItself } from '#server/approvals/ask-by-itself.ts';
import type { Checked, CheckWork } from '#server/operations/operation.ts';
import { Late, Released, Superseded } from './interruptions.ts';
import { errorPolicy, type JobAtWork, move, whileOurs } from './job-at-work.ts';

const MS_PER_DAY = 24 * 3600 * 1000;

/** Looks at everything before anything is written, then decides where the job goes from here. */
export async function checkJob(at: JobAtWork): Promise<void> {
  const { job } = at.work;
  const advance: CheckWork['advance'] = async (phase, checked, total) => {
    if (at.work.signal.aborted) throw new Released();
    const found = await advanceCheck(at.engine.pool, { id: job.id, fence: at.fence }, phase, checked, total);
    if (!found) throw new Superseded();
    if (found.late) throw new Late();
    at.ticker.tick();
  };
  const write: CheckWork['write'] = (work) => whileOurs(at, ['checking'], work);
  await write((sql) => restartCheck(sql, job.id));
  const checked = await at.operation.check?.({ ...at.work, advance, write });
  if (!checked) throw new Error(`Operation ${job.operation} has nothing to check`);
  const problem = refusal(at, checked) ?? intolerable(at, checked);
  if (problem) await refuse(at, checked, problem);
  else await write((sql) => accept(sql, at, checked));
}

type Refusal = { code: string; params?: Record<string, string | number> };

/** The job ends here; what failed is given back as a file before anybody hears of the end. */
async function refuse(at: JobAtWork, checked: Checked, problem: Refusal): Promise<void> {
  const { id } = at.work.job;
  await whileOurs(at, ['checking'], async (sql) => {
    await recordCheck(sql, id, checked);
    await failPlannedItems(sql, id);
    await cancelPendingItems(sql, id);
  });
  await at.operation.finish(at.work);
  await whileOurs(at, ['checking'], (sql) => move(sql, at, { event: 'plan_refused', problem }));
}

async function accept(sql: Sql, at: JobAtWork, checked: Checked): Promise<void> {
  const { job } = at.work;
  await recordCheck(sql, job.id, checked);
  if (errorPolicy(job).mode === 'collect') {
    await endDryRun(sql, job.id);
    await move(sql, at, { event: 'all_chunks_done', phase: 'finalizing' });
    return;
  }
  const size = chunkSizeFor(job.options.chunkSize as number | 'auto', checked.total);
  await insertChunks(sql, job.id, planChunks(checked.levels, size));
  await recordLevels(sql, job.id, checked.levels);
  const needsApproval = await requireApproval(sql, job, 'plan');
  if (job.options.confirm === false && !needsApproval) {
    await move(sql, at, { event: 'plan_accepted', phase: 'applying' });
    return;
  }
  const confirmBefore = new Date(Date.now() + at.engine.config.limits.planExpiresDays * MS_PER_DAY);
  await move(sql, at, { event: 'plan_ready', phase: 'confirming', confirmBefore });
  if (!needsApproval) return;
  const expiresInDays = at.engine.config.limits.planExpiresDays;
  await askByItself(sql, job.id, { author: at.work.author, expiresInDays });
}

/** More items are not in order than the job may lose. */
function intolerable(at: JobAtWork, { failing, total }: Checked): Refusal | null {
  const { mode, maxErrors } = errorPolicy({ ...at.work.job, total });
  if (!exceedsTolerance(mode, maxErrors, failing)) return null;
  return { code: 'invalid_items_not_tolerated', params: { count: failing, limit: maxErrors ?? 0 } };
}

/** Why the job cannot go on whatever its options say: an upload that was refused as a whole, or with nothing in it. */
function refusal(at: JobAtWork, { total, findings }: Checked): Refusal | null {
  const found = findings.find((finding) => finding.severity === 'error');
  if (hasError(findings) && found) {
    const entry = found.location?.file;
    return { code: found.code, params: { ...found.params, ...(entry ? { entry } : {}) } };
  }
  if (total === 0) return { code: 'no_records' };
  return unmetExpectation(at.work.job.options, total, at.engine.config.limits.maxItems);
}
