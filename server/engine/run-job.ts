import { isTimeout, isTransient } from '#db/is-transient.ts';
import { countChunks, insertChunks } from '#db/queries/chunks.ts';
import { claimJob, forgiveTakeover, releaseJob } from '#db/queries/claim-job.ts';
import { cancelPendingItems, endUnprocessed, failItems } from '#db/queries/end-items.ts';
import { findAuthor } from '#db/queries/find-author.ts';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { chunkSizeFor, planChunks } from '#domain/chunks.ts';
import type { JobStatus } from '#domain/job-status.ts';
import { phasesOf } from '#domain/operation-names.ts';
import { dispatchJobs } from '#server/admission/dispatch-jobs.ts';
import { signingKey } from '#server/audit/sealing/signing-key.ts';
import { causesOf } from '#server/log.ts';
import { JobFailed } from '#server/operations/operation.ts';
import type { Claim } from '#server/queue/queue.ts';
import { applyAtOnce } from './apply-at-once.ts';
import { checkJob } from './check-job.ts';
import type { Engine } from './engine.ts';
import { Late, LimitReached, Released, Superseded } from './interruptions.ts';
import { errorPolicy, type JobAtWork, lookUp, move, whileOurs } from './job-at-work.ts';
import { paceOf } from './pace.ts';
import { rollBack } from './roll-back.ts';
import { runChunks } from './run-chunks.ts';
import { settleSelection } from './settle-selection.ts';
import { startTicker } from './ticker.ts';

/** What to do for a job in each state in which a processor works; the state table says what comes next. */
const STEPS: Readonly<Partial<Record<JobStatus, (at: JobAtWork) => Promise<void>>>> = {
  queued: begin,
  checking: checkJob,
  running: apply,
  pausing: pause,
  finalizing: finish,
  cancelling: endCancelled,
  rolling_back: rollBack,
};

/**
 * Takes a job from wherever it is to wherever it must wait or end. Everything it needs to go on is in the database: another
 * processor that claims the job after a crash begins with the step its state names.
 */
export async function runJob(engine: Engine, claim: Claim): Promise<void> {
  const claimed = await claimJob(engine.pool, claim.jobId, claim.fence);
  if (!claimed) return;
  const ticker = startTicker(engine.pool, claimed.id, engine.config.limits.progressPerSecond);
  const signal = AbortSignal.any([claim.signal, engine.stopping]);
  const author = await findAuthor(engine.pool, claimed);
  const { pool, storage, config } = engine;
  const operation = engine.operations[claimed.operation];
  const atWork = (job: JobRow): JobAtWork => ({
    engine,
    operation,
    fence: claim.fence,
    ticker,
    pace: paceOf(job),
    work: {
      ...{ job, author, pool, storage, limits: config.limits, secret: config.authSecret, signal },
      signingKey: () => signingKey(engine),
    },
  });
  engine.atWork.set(claim.fence, claimed.id);
  const { attempt, status } = claimed;
  engine.log('A job was taken', { jobId: claimed.id, operation: claimed.operation, status, attempt }, 'info');
  let job: JobRow | null = null;
  try {
    if (claimed.poisonous) {
      engine.log('A job lost processor after processor without progress', { jobId: claimed.id, phase: claimed.phase });
      await takeStep(atWork(claimed), (at) => giveUp(at, 'poison_job'));
    }
    job = await findJob(pool, claimed.id);
    while (job && job.fence === claim.fence && STEPS[job.status]) {
      await takeStep(atWork(job));
      await ticker.changed();
      job = await findJob(pool, job.id);
    }
    if (job?.fence && job.fence !== claim.fence) await forgiveTakeover(pool, job.id);
  } finally {
    engine.atWork.delete(claim.fence);
    engine.log('A job was let go', { jobId: claimed.id, status: job?.status ?? status }, 'info');
    await ticker.stop();
    // Others may have waited for this one. Should this fail, the next round of every processor makes up for it.
    await dispatchJobs(engine).catch((error) => engine.log('Dispatching failed', { error: String(error) }, 'error'));
  }
}

async function takeStep(at: JobAtWork, step = STEPS[at.work.job.status]): Promise<void> {
  const { job, signal } = at.work;
  try {
    await step?.(at);
  } catch (error) {
    if (error instanceof Superseded) return;
    if (error instanceof Late) {
      const seconds = (job.options.timeoutSeconds as number | undefined) ?? 0;
      return giveUp(at, 'job_timeout', { seconds });
    }
    if (error instanceof Released || signal.aborted || isTransient(error)) {
      // What takes too long each time must end one day: it counts as a loss, unlike a wait for others that will end by itself.
      if (!isTimeout(error)) await releaseJob(at.engine.pool, job.id, at.fence);
      at.engine.log('A job was given back', { jobId: job.id, error: String(error) }, 'info');
      throw error;
    }
    at.engine.log('A job failed unexpectedly', { jobId: job.id, error: causesOf(error) }, 'error');
    const { code, params } = error instanceof JobFailed ? error : { code: 'internal_error', params: {} };
    await giveUp(at, code, params).catch((givingUp) => {
      if (!(givingUp instanceof Superseded)) throw givingUp;
    });
  }
}

async function begin(at: JobAtWork): Promise<void> {
  const { id } = at.work.job;
  if (!(await settleSelection(at))) return;
  await whileOurs(at, ['queued'], async (sql) => {
    // Chunks are there when it was paused, after its check if it has one: it goes on from where it was.
    const planned = (await countChunks(sql, id)) > 0;
    const { operation, needsApproval } = (await findJob(sql, id)) as JobRow;
    if (at.operation.check && phasesOf(operation, needsApproval).includes('checking') && !planned) {
      const phase = phasesOf(operation, needsApproval).find((one) => one === 'unpacking') ?? 'checking';
      await move(sql, at, { event: 'claim_with_check', phase });
      return;
    }
    if (!planned) {
      const { total } = (await findJob(sql, id)) as JobRow;
      const size = chunkSizeFor((at.work.job.options.chunkSize as number | 'auto' | undefined) ?? 'auto', total);
      await insertChunks(sql, id, planChunks(new Int32Array(total), size));
    }
    await move(sql, at, { event: 'claim_without_check', phase: 'applying' });
  });
}

async function pause(at: JobAtWork): Promise<void> {
  await whileOurs(at, ['pausing'], (sql) => move(sql, at, { event: 'paused' }));
}

async function apply(at: JobAtWork): Promise<void> {
  const { mode, tolerated } = errorPolicy(at.work.job);
  // A processor was lost between the failure that stops the job and the end of the job.
  if (tolerated !== null && at.work.job.failed > tolerated) return endFailed(at);
  await at.operation.prepare?.({ ...at.work, look: () => lookUp(at) });
  try {
    const { limitReached } =
      mode === 'all_or_nothing' ? await applyAtOnce(at).then(() => ({ limitReached: false })) : await runChunks(at);
    if (limitReached) return await endFailed(at);
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    await recordFailures(at, error);
    return endFailed(at);
  }
  await whileOurs(at, ['running'], (sql) => move(sql, at, { event: 'all_chunks_done', phase: 'finalizing' }));
}

/** The transaction in which these items failed is gone; what is known of them is written by itself. */
function recordFailures(at: JobAtWork, { failures }: LimitReached): Promise<void> {
  return whileOurs(at, ['running'], async (sql) => {
    const failed = await failItems(sql, at.work.job.id, failures);
    await sql.query('UPDATE jobs SET failed = failed + $2, seq = seq + 1 WHERE id = $1', [at.work.job.id, failed]);
    await cancelPendingItems(sql, at.work.job.id);
  });
}

const STOPPED_BY = { stop: 'stopped_at_error', all_or_nothing: 'all_or_nothing_failed' };

async function endFailed(at: JobAtWork): Promise<void> {
  const { mode, maxErrors } = errorPolicy(at.work.job);
  const problem =
    mode === 'stop' || mode === 'all_or_nothing'
      ? { code: STOPPED_BY[mode] }
      : { code: 'too_many_errors', params: { limit: maxErrors ?? 0 } };
  await whileOurs(at, ['running'], (sql) => cancelPendingItems(sql, at.work.job.id));
  await at.operation.finish(at.work);
  await whileOurs(at, ['running'], (sql) => move(sql, at, { event: 'stopped_by_errors', problem }));
}

async function finish(at: JobAtWork): Promise<void> {
  await at.operation.finish(at.work);
  await whileOurs(at, ['finalizing'], async (sql) => {
    const { failed } = (await findJob(sql, at.work.job.id)) as JobRow;
    await move(sql, at, { event: failed > 0 ? 'complete_with_errors' : 'complete' });
  });
}

async function endCancelled(at: JobAtWork): Promise<void> {
  await whileOurs(at, ['cancelling'], (sql) => endUnprocessed(sql, at.work.job.id));
  await at.operation.finish(at.work);
  await whileOurs(at, ['cancelling'], (sql) => move(sql, at, { event: 'cancelled' }));
}

/** Ends a job that no retry will mend; what was committed stays, what was not worked on can be submitted again. */
async function giveUp(at: JobAtWork, code: string, params: Record<string, string | number> = {}): Promise<void> {
  const { job } = at.work;
  const event = job.status === 'rolling_back' ? 'roll_back_failed' : 'give_up';
  await whileOurs(at, [job.status], async (sql) => {
    await endUnprocessed(sql, job.id);
    await move(sql, at, { event, problem: { code, params } });
  });
  await at.ticker.changed();
  if (event === 'roll_back_failed') return;
  // What was committed deserves its links and its file; when that is what went wrong, the job has ended all the same.
  await at.operation.finish(at.work).catch((error) => {
    at.engine.log('A job that was given up could not be finished', { jobId: job.id, error: causesOf(error) }, 'error');
  });
}
