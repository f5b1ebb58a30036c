import type { BatchReport } from '#contract/reports.ts';
import type { JobRow } from '#db/queries/job-row.ts';
import { findBatchRow, listJobsOf } from '#db/queries/list-jobs.ts';
import { readBatchErrors } from '#db/queries/read-batch-errors.ts';
import type { Actor } from '#domain/access.ts';
import { batchStatus } from '#domain/batch-progress.ts';
import { sightOf } from '#domain/clearance.ts';
import { Problem } from '#domain/errors.ts';
import { processedOf } from '#domain/item-outcome.ts';
import { phaseTimings, type ReportTotals, successRate } from '#domain/job-report.ts';
import { isFinal } from '#domain/job-status.ts';
import { PHASES } from '#domain/progress.ts';
import { requireAction } from '#server/auth/require-action.ts';
import type { Services } from '#server/services.ts';

/** What became of all jobs of a batch, at work or ended. @throws Problem `not_found`, `not_allowed` */
export async function readBatchReport(services: Services, actor: Actor, batchId: string): Promise<BatchReport> {
  const { pool } = services;
  await requireAction(services, actor, 'batch:read', { type: 'batch', id: batchId });
  const batch = await findBatchRow(pool, batchId, sightOf(actor));
  if (!batch) throw new Problem('not_found');
  const rows = await listJobsOf(pool, [batchId]);
  const jobs = rows.map(reported);
  const totals = sumOf(jobs.map((job) => job.totals));
  const started = timesOf(rows.map((row) => row.startedAt));
  const ended = timesOf(rows.map((row) => row.finishedAt));
  const first = started.length > 0 ? Math.min(...started) : null;
  const last = rows.every(({ status }) => isFinal(status)) && ended.length > 0 ? Math.max(...ended) : null;
  return {
    batchId,
    name: batch.name,
    status: batchStatus(rows.map(({ status }) => status)),
    createdBy: batch.createdBy,
    createdAt: batch.createdAt.toISOString(),
    startedAt: first === null ? null : new Date(first).toISOString(),
    finishedAt: last === null ? null : new Date(last).toISOString(),
    totals,
    successRate: successRate(totals),
    timings: {
      elapsedMs: first === null || last === null ? null : Math.max(0, last - first),
      workMs: jobs.reduce((sum, job) => sum + job.workMs, 0),
    },
    jobs,
    errors: await readBatchErrors(pool, batchId),
  };
}

function reported(row: JobRow): BatchReport['jobs'][number] {
  const totals = totalsOf(row);
  const workMs = phaseTimings(row.phaseMs, PHASES).totalMs;
  const processed = totals.total - totals.pending;
  return {
    id: row.id,
    place: row.place,
    name: row.name,
    operation: row.operation,
    status: row.status,
    totals,
    successRate: successRate(totals),
    workMs,
    throughput: workMs > 0 ? Math.round((processed / workMs) * 10_000) / 10 : 0,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    problem: row.problemCode ? { code: row.problemCode, params: row.problemParams ?? {} } : null,
  };
}

/** From the job's own counters, which equal its items at every commit: a batch may have millions of them. */
function totalsOf(row: JobRow): ReportTotals {
  const { total, succeeded, unchanged, skipped, failed, cancelled, rolledBack, rollbackConflict } = row;
  const ended = { succeeded, unchanged, skipped, failed, cancelled, rolledBack, rollbackConflict };
  return { total, ...ended, pending: total - processedOf(row) };
}

function sumOf(all: readonly ReportTotals[]): ReportTotals {
  const sum = { ...totalsNone };
  for (const totals of all) for (const key of KEYS) sum[key] += totals[key];
  return sum;
}

const totalsNone: ReportTotals = {
  total: 0,
  succeeded: 0,
  unchanged: 0,
  skipped: 0,
  failed: 0,
  cancelled: 0,
  rolledBack: 0,
  rollbackConflict: 0,
  pending: 0,
};
const KEYS = Object.keys(totalsNone) as (keyof ReportTotals)[];

function timesOf(dates: readonly (Date | null)[]): number[] {
  return dates.flatMap((date) => date?.getTime() ?? []);
}
