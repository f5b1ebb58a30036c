import { withdrawAdmission } from '#db/queries/waiting-jobs.ts';
import { WORKING_STATUSES } from '#domain/job-status.ts';
import { dispatchJobs } from '#server/admission/dispatch-jobs.ts';
import type { Engine } from './engine.ts';
import { probePaused } from './probe-paused.ts';

/** How often, in milliseconds, a processor looks for jobs whose time has come or that nobody sent on their way. */
const EVERY_MS = 1_000;
/** How many of these rounds come between two looks for jobs the queue has lost. */
const LOST_EVERY_ROUNDS = 30;
/** A job at work that says nothing for so long may have been lost. */
const SILENT_SECONDS = 60;

/** Sends jobs on their way, round after round, in this processor and in every other: whoever is first does it. */
export function startDispatching(engine: Engine): () => Promise<void> {
  let round = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const work = async () => {
    try {
      if (round++ % LOST_EVERY_ROUNDS === 0) await offerLostAgain(engine);
      await probePaused(engine);
      await dispatchJobs(engine);
    } catch (error) {
      engine.log('A round of dispatching failed', { error: String(error) }, 'error');
    }
    if (!stopped) timer = setTimeout(next, EVERY_MS);
  };
  const next = () => {
    working = work();
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await working;
  };
}

/** Jobs that ought to be with a processor and that the queue knows nothing of: they are offered again. */
export async function offerLostAgain({ pool, queue, log }: Engine): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM jobs WHERE admitted AND finished_at IS NULL AND status = ANY ($1::job_status[])
       AND updated_at < clock_timestamp() - make_interval(secs => ${SILENT_SECONDS}) ORDER BY updated_at LIMIT 20`,
    [WORKING_STATUSES],
  );
  for (const { id } of rows) {
    if (await queue.holds(id)) continue;
    log('The queue had lost a job; it is offered again', { jobId: id });
    await withdrawAdmission(pool, [id]);
  }
}
