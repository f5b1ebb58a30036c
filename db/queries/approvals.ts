import type { Sql } from '#db/client.ts';
import type { ApprovalStatus, ApprovalSubject } from '#domain/approval.ts';
import type { Own, Sight } from '#domain/clearance.ts';
import type { OperationName } from '#domain/operation-names.ts';

export type ApprovalRow = {
  id: string;
  organisationId: string;
  jobId: string;
  subject: ApprovalSubject;
  batchId: string;
  operation: OperationName;
  jobName: string;
  total: number;
  startedBy: string;
  startedByName: string;
  requestedBy: string;
  requestedByName: string;
  requestedAt: Date;
  reason: string;
  planDigest: string;
  expiresAt: Date;
  status: ApprovalStatus;
  decidedByName: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
};

const SELECT = `SELECT a.id, a.organisation_id AS "organisationId", a.job_id AS "jobId", a.subject, j.batch_id AS "batchId", j.operation,
    j.name AS "jobName", j.total, a.started_by AS "startedBy", s.name AS "startedByName", a.requested_by AS "requestedBy",
    r.name AS "requestedByName", a.requested_at AS "requestedAt", a.reason, a.plan_digest AS "planDigest",
    a.expires_at AS "expiresAt", a.status, d.name AS "decidedByName", a.decided_at AS "decidedAt",
    a.decision_reason AS "decisionReason"
  FROM approvals a JOIN jobs j ON j.id = a.job_id JOIN users s ON s.id = a.started_by JOIN users r ON r.id = a.requested_by
    LEFT JOIN users d ON d.id = a.decided_by`;

/** The latest approval of a job, or the latest in one state; null when there is none. */
export async function findApproval(sql: Sql, jobId: string, status?: ApprovalStatus): Promise<ApprovalRow | null> {
  const { rows } = await sql.query<ApprovalRow>(
    `${SELECT} WHERE a.job_id = $1 AND ($2::approval_status IS NULL OR a.status = $2) ORDER BY a.requested_at DESC LIMIT 1`,
    [jobId, status ?? null],
  );
  return rows[0] ?? null;
}

/** One of an organisation's, if this clearance suffices for its job; with `lock` nobody else decides over it until the transaction ends. */
export async function readApproval(
  sql: Sql,
  id: string,
  { organisationId, clearance }: Own,
  { lock = false } = {},
): Promise<ApprovalRow | null> {
  const { rows } = await sql.query<ApprovalRow>(
    `${SELECT} WHERE a.id = $1 AND a.organisation_id = $2 AND j.classification <= $3::classification
     ${lock ? 'FOR UPDATE OF a' : ''}`,
    [id, organisationId, clearance],
  );
  return rows[0] ?? null;
}

/** Those that wait, or those that do not, the latest first. */
export async function listApprovals(
  sql: Sql,
  { scope, clearance }: Sight,
  waiting: boolean,
  limit: number,
): Promise<ApprovalRow[]> {
  const { rows } = await sql.query<ApprovalRow>(
    `${SELECT} WHERE ($1::uuid IS NULL OR a.organisation_id = $1) AND (a.status = 'requested') = $2
       AND j.classification <= $4::classification ORDER BY a.requested_at DESC LIMIT $3`,
    [scope, waiting, limit, clearance],
  );
  return rows;
}

export type NewApproval = Pick<
  ApprovalRow,
  'id' | 'organisationId' | 'jobId' | 'subject' | 'startedBy' | 'requestedBy' | 'reason' | 'planDigest'
> & { expiresInDays: number };

/** Asks for an approval; false when one is asked for already. */
export async function insertApproval(sql: Sql, approval: NewApproval): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO approvals (id, organisation_id, job_id, started_by, requested_by, reason, plan_digest, expires_at, subject)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => $8), $9) ON CONFLICT DO NOTHING`,
    [
      approval.id,
      approval.organisationId,
      approval.jobId,
      approval.startedBy,
      approval.requestedBy,
      approval.reason,
      approval.planDigest,
      approval.expiresInDays,
      approval.subject,
    ],
  );
  return rowCount === 1;
}

/** Ends a request that waits; false when it does no more. The database refuses a yes or no of whoever started or asked. */
export async function endApproval(
  sql: Sql,
  id: string,
  {
    status,
    by,
    reason = null,
  }: { status: Exclude<ApprovalStatus, 'requested'>; by: string | null; reason?: string | null },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE approvals SET status = $2, decided_by = $3, decision_reason = $4, decided_at = clock_timestamp()
     WHERE id = $1 AND status = 'requested'`,
    [id, status, by, reason],
  );
  return rowCount === 1;
}

/** Ends what waits but cannot be decided any more: its date has passed, or its job has gone on without it. */
type Expired = Pick<ApprovalRow, 'id' | 'jobId' | 'organisationId' | 'status'>;

export async function expireApprovals(sql: Sql): Promise<Expired[]> {
  const { rows } = await sql.query<Expired>(
    `UPDATE approvals a SET decided_at = clock_timestamp(),
       status = (CASE WHEN a.expires_at < now() OR j.status = 'expired' THEN 'expired' ELSE 'withdrawn' END)::approval_status
     FROM jobs j WHERE j.id = a.job_id AND a.status = 'requested'
       AND (a.expires_at < now() OR a.subject = 'plan' AND j.status <> 'awaiting_confirmation'
         OR a.subject = 'undo' AND j.finished_at IS NULL)
     RETURNING a.id, a.job_id AS "jobId", a.organisation_id AS "organisationId", a.status`,
  );
  return rows;
}
