import type { Sql } from '#db/client.ts';
import type { JobStatus } from '#domain/job-status.ts';
import { keyset, type PageAt, toPage } from './keyset.ts';

const OLDEST_FIRST = { columns: [{ sql: 'a.id', type: 'bigint' }], descending: false };

export type TransitionRow = {
  id: string;
  at: string;
  /** `job.event` */
  action: string;
  from: JobStatus | null;
  to: JobStatus;
  by: string | null;
  reason: string | null;
  problem: string | null;
};

const OF_THE_JOB = `a.subject_id = $1 AND a.subject_type = 'job' AND (a.details ? 'to' OR a.action = 'job.created')`;

/** One page of the changes of a job's state, oldest first, and how many there are: from the audit trail, which nobody changes. */
export async function listTransitions(
  sql: Sql,
  { jobId, at, limit }: { jobId: string; at: PageAt | null; limit: number },
) {
  const params: unknown[] = [jobId];
  const counted = await sql.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM audit_entries a WHERE ${OF_THE_JOB}`,
    [jobId],
  );
  const page = keyset(OLDEST_FIRST, at, params);
  const { rows } = await sql.query<TransitionRow & { key: string[] }>(
    `SELECT a.id::text AS id, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, a.action,
       a.details ->> 'from' AS "from", coalesce(a.details ->> 'to', a.details ->> 'status', 'queued') AS "to",
       a.actor_name AS by, a.reason, a.details ->> 'problem' AS problem, ${page.key} AS key
     FROM audit_entries a WHERE ${OF_THE_JOB}${page.condition} ORDER BY ${page.orderBy} LIMIT ${limit + 1}`,
    params,
  );
  return { ...toPage(rows, limit, at), total: counted.rows[0]?.total ?? 0 };
}
