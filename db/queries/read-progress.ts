import type { Sql } from '#db/client.ts';
import type { Classification } from '#domain/definition.ts';
import { processedOf } from '#domain/item-outcome.ts';
import type { JobStatus } from '#domain/job-status.ts';
import {
  doneInPhase,
  etaSeconds,
  isLooking,
  type Phase,
  type Progress,
  percentOf,
  type TopError,
} from '#domain/progress.ts';

/** Over how many seconds the rate is taken. */
const WINDOW_SECONDS = 10;
/** Before this much work no rate is shown: it would jump about. */
const MIN_SECONDS = 2;
const MIN_CHUNKS = 3;
const TOP_ERRORS = 5;

type Row = {
  jobId: string;
  organisationId: string;
  createdBy: string;
  classification: Classification;
  status: JobStatus;
  phase: Phase;
  seq: number;
  total: number;
  checked: number;
  succeeded: number;
  unchanged: number;
  skipped: number;
  failed: number;
  cancelled: number;
  rolledBack: number;
  rollbackConflict: number;
  attempt: number;
  parallelism: number | null;
  currentItem: string | null;
  startedAt: Date | null;
  updatedAt: Date;
  phaseSeconds: number | null;
  chunksDone: number;
  chunksTotal: number;
  recentItems: number;
  topErrors: TopError[] | null;
};

export type OwnedProgress = {
  progress: Progress;
  organisationId: string;
  createdBy: string;
  classification: Classification;
};

/** The snapshot of a job, straight from its rows: what is shown is what is committed. */
export async function readProgressRow(sql: Sql, jobId: string): Promise<OwnedProgress | null> {
  return (await readProgressRows(sql, [jobId])).get(jobId) ?? null;
}

/** The snapshots of several jobs, by job. */
export async function readProgressRows(sql: Sql, jobIds: readonly string[]): Promise<Map<string, OwnedProgress>> {
  const { rows } = await sql.query<Row>(
    `SELECT j.id AS "jobId", j.organisation_id AS "organisationId", j.created_by AS "createdBy", j.classification, j.status, j.phase, j.seq,
       j.total, j.checked, j.succeeded, j.unchanged, j.skipped, j.failed, j.cancelled, j.rolled_back AS "rolledBack",
       j.rollback_conflict AS "rollbackConflict", j.attempt, (j.options ->> 'parallelism')::int AS parallelism,
       j.current_item AS "currentItem", j.started_at AS "startedAt", j.updated_at AS "updatedAt",
       extract(epoch FROM clock_timestamp() - j.phase_started_at)::float8 AS "phaseSeconds",
       chunk.done::int AS "chunksDone", chunk.total::int AS "chunksTotal", chunk.recent::int AS "recentItems",
       (SELECT jsonb_agg(top) FROM (
          SELECT problem_code AS code, count(*)::int AS count, min(coalesce(term, source_file)) AS example
          FROM job_items WHERE job_id = j.id AND status = 'failed' AND problem_code IS NOT NULL
          GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${TOP_ERRORS}
        ) top) AS "topErrors"
     FROM jobs j, LATERAL (
       SELECT count(*) FILTER (WHERE done) AS done, count(*) AS total,
         coalesce(sum(items) FILTER (
           WHERE finished_at > clock_timestamp() - make_interval(secs => ${WINDOW_SECONDS})), 0) AS recent
       FROM job_chunks WHERE job_id = j.id) chunk
     WHERE j.id = ANY ($1::uuid[])`,
    [jobIds],
  );
  return new Map(
    rows.map((row) => [
      row.jobId,
      {
        progress: toProgress(row),
        organisationId: row.organisationId,
        createdBy: row.createdBy,
        classification: row.classification,
      },
    ]),
  );
}

function toProgress(row: Row): Progress {
  const done = doneInPhase(row, row.phase);
  const seconds = row.phaseSeconds ?? 0;
  const recent = isLooking(row.phase)
    ? row.checked / Math.max(seconds, 0.001)
    : row.recentItems / Math.min(Math.max(seconds, 1), WINDOW_SECONDS);
  const working = row.status === 'checking' || row.status === 'running';
  const throughput = working ? Math.round(recent * 10) / 10 : 0;
  const known = seconds >= MIN_SECONDS || row.chunksDone >= MIN_CHUNKS;
  return {
    jobId: row.jobId,
    seq: row.seq,
    status: row.status,
    phase: row.phase,
    total: row.total,
    processed: processedOf(row),
    checked: row.checked,
    succeeded: row.succeeded,
    unchanged: row.unchanged,
    skipped: row.skipped,
    failed: row.failed,
    cancelled: row.cancelled,
    rolledBack: row.rolledBack,
    rollbackConflict: row.rollbackConflict,
    percent: percentOf(done, row.total),
    throughput,
    etaSeconds: working && known ? etaSeconds(row.total - done, throughput) : null,
    attempt: row.attempt,
    lanes: row.parallelism ?? 1,
    currentItem: row.currentItem,
    chunks: { done: row.chunksDone, total: row.chunksTotal },
    startedAt: row.startedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    topErrors: row.topErrors ?? [],
  };
}
