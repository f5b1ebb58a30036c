import type { Sql } from '#db/client.ts';
import { inTransaction } from '#db/client.ts';
import { LATE } from '#db/queries/commit-chunk.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { moveJob } from '#db/queries/move-job.ts';
import { type ErrorMode, type MaxErrors, maxErrorsOf, toleratedFailures } from '#domain/error-modes.ts';
import type { JobStatus } from '#domain/job-status.ts';
import type { Operation, Work } from '#server/operations/operation.ts';
import type { Engine } from './engine.ts';
import { Late, Released, Superseded } from './interruptions.ts';
import type { Pace } from './pace.ts';
import type { Ticker } from './ticker.ts';

/** One job in the hands of one processor. */
export type JobAtWork = {
  engine: Engine;
  operation: Operation;
  work: Work;
  fence: string;
  ticker: Ticker;
  /** What this processor has learned about the job's chunks. */
  pace: Pace;
};

/** How a job wants its failures handled; operations without the choice tolerate every failure. */
export function errorPolicy(job: JobRow): { mode: ErrorMode; maxErrors: number | null; tolerated: number | null } {
  const mode = (job.options.onError as ErrorMode | undefined) ?? 'continue';
  const maxErrors = maxErrorsOf(job.options.maxErrors as MaxErrors | undefined, job.total);
  return { mode, maxErrors, tolerated: toleratedFailures(mode, maxErrors) };
}

/** Runs `write` while the job is locked, in one of `statuses` and still this processor's; otherwise throws Superseded. */
export function whileOurs<T>(
  at: JobAtWork,
  statuses: readonly JobStatus[],
  write: (sql: Sql) => Promise<T>,
): Promise<T> {
  return inTransaction(at.engine.pool, async (sql) => {
    const { rowCount } = await sql.query(
      'SELECT FROM jobs WHERE id = $1 AND fence = $2 AND status = ANY ($3::job_status[]) FOR UPDATE',
      [at.work.job.id, at.fence, statuses],
    );
    if (rowCount !== 1) throw new Superseded();
    return write(sql);
  });
}

/** Looks whether this processor may go on with its job, between chunks; throws Released, Superseded or Late when it may not. */
export async function lookUp(at: JobAtWork, statuses: readonly JobStatus[] = ['running']): Promise<void> {
  if (at.work.signal.aborted) throw new Released();
  const { rows } = await at.engine.pool.query<{ late: boolean }>(
    `SELECT ${LATE} AS late FROM jobs WHERE id = $1 AND fence = $2 AND status = ANY ($3::job_status[])`,
    [at.work.job.id, at.fence, statuses],
  );
  if (!rows[0]) throw new Superseded();
  if (rows[0].late) throw new Late();
}

/** Takes an arrow of the state table on behalf of this processor; throws Superseded when it may not. */
export async function move(
  sql: Sql,
  at: JobAtWork,
  arrow: Omit<Parameters<typeof moveJob>[2], 'actor' | 'fence'>,
): Promise<JobRow> {
  const job = await moveJob(sql, at.work.job.id, { ...arrow, actor: null, fence: at.fence });
  if (!job) throw new Superseded();
  return job;
}
