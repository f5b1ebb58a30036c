import type { Sql } from '#db/client.ts';
import { eventOfArrow } from '#domain/events.ts';
import { arrowOf, FINAL_STATUSES, isFinal, type JobEvent, type JobStatus } from '#domain/job-status.ts';
import type { Phase } from '#domain/progress.ts';
import { type AuditActor, insertAuditEntries } from './insert-audit-entries.ts';
import { insertJobEvent, tellEndOfBatch } from './insert-events.ts';
import { JOB_COLUMNS, type JobRow } from './job-row.ts';

type Move = {
  event: JobEvent;
  /** Null: the product itself, on behalf of whoever started the job. */
  actor: AuditActor | null;
  /** Given by a processor: a zombie with an older fence moves nothing. */
  fence?: string;
  phase?: Phase;
  plan?: Record<string, number>;
  problem?: { code: string; params?: Record<string, string | number> };
  confirmBefore?: Date | null;
  /** When a job that paused itself is probed. */
  probeAt?: Date | null;
  reason?: string | undefined;
  /** The caller moves several jobs and tells of the ends of their batches (tellEndOfBatch) when it has them all. */
  severalJobs?: boolean;
};

/** States in which no processor has the job in hand. */
const IDLE: readonly JobStatus[] = [...FINAL_STATUSES, 'awaiting_confirmation', 'paused'];
/** Arrows to a state in which a job wants a processor and has to wait for its turn. */
const LINES_UP: readonly JobEvent[] = ['due', 'unblock', 'confirm', 'resume', 'undo'];

/**
 * Takes one arrow of the table of job-status.ts: a guarded UPDATE with its audit entry and its event, in the caller's transaction.
 * Count what ends with it before: the event tells of the job as it is then.
 * Null when the job is in no state the arrow starts from (or another processor has it); then nothing has changed.
 */
export async function moveJob(sql: Sql, jobId: string, move: Move): Promise<JobRow | null> {
  const { from, to } = arrowOf(move.event);
  const linesUp = LINES_UP.includes(move.event);
  const { rows } = await sql.query<JobRow & { cameFrom: string }>(
    `WITH found AS (SELECT id, status, phase, phase_started_at FROM jobs WHERE id = $1 FOR UPDATE)
     UPDATE jobs j SET
       status = $2::job_status,
       seq = j.seq + 1,
       phase = coalesce($5::job_phase, j.phase),
       phase_ms = CASE WHEN j.phase_started_at IS NULL THEN j.phase_ms ELSE j.phase_ms || jsonb_build_object(
         j.phase::text, coalesce((j.phase_ms ->> j.phase::text)::numeric, 0)
           + round(extract(epoch FROM clock_timestamp() - j.phase_started_at) * 1000)) END,
       phase_started_at = CASE WHEN $6 THEN NULL ELSE clock_timestamp() END,
       plan = coalesce($7::jsonb, j.plan),
       problem_code = CASE WHEN $13 THEN NULL ELSE coalesce($8, j.problem_code) END,
       problem_params = CASE WHEN $13 THEN NULL ELSE coalesce($9::jsonb, j.problem_params) END,
       confirm_before = $10::timestamptz,
       probe_at = $14::timestamptz,
       fence = CASE WHEN $11 THEN NULL ELSE j.fence END,
       admitted = j.admitted AND NOT $11,
       waiting_since = CASE WHEN $12 THEN clock_timestamp() ELSE j.waiting_since END,
       updated_at = clock_timestamp(),
       finished_at = CASE WHEN $6 THEN clock_timestamp() END
     FROM found
     WHERE j.id = found.id AND found.status = ANY ($3::job_status[]) AND ($4::text IS NULL OR j.fence = $4)
     RETURNING ${JOB_COLUMNS}, found.status AS "cameFrom"`,
    [
      jobId,
      to,
      from,
      move.fence ?? null,
      move.phase ?? (isFinal(to) ? 'report' : null),
      isFinal(to),
      move.plan ? JSON.stringify(move.plan) : null,
      move.problem?.code ?? null,
      move.problem ? JSON.stringify(move.problem.params ?? {}) : null,
      move.confirmBefore ?? null,
      IDLE.includes(to) || linesUp,
      linesUp,
      move.event === 'resume',
      move.probeAt ?? null,
    ],
  );
  const job = rows[0];
  if (!job) return null;
  await insertAuditEntries(sql, move.actor ?? systemFor(job), [
    {
      action: `job.${move.event}`,
      subjectType: 'job',
      subjectId: job.id,
      jobId: job.id,
      reason: move.reason ?? null,
      details: {
        from: job.cameFrom,
        to,
        ...(move.problem ? { problem: move.problem.code } : {}),
      },
    },
  ]);
  const told = eventOfArrow(move.event);
  if (told) await insertJobEvent(sql, job.id, told);
  if (isFinal(to) && !move.severalJobs) await tellEndOfBatch(sql, job.batchId);
  return job;
}

/** The product acting by itself within somebody's job: no person, but the job's organisation and correlation id. */
export function systemFor(job: Pick<JobRow, 'organisationId' | 'correlationId'>): AuditActor {
  return {
    id: null,
    name: null,
    role: null,
    organisationId: job.organisationId,
    origin: {
      ip: null,
      userAgent: null,
      correlationId: job.correlationId ?? '',
    },
  };
}
