import type { Sql } from '#db/client.ts';
import type { Classification } from '#domain/definition.ts';
import type { JobStatus } from '#domain/job-status.ts';
import type { RetentionAction, RetentionCriteria } from '#domain/retention.ts';

export type RetentionPolicyRow = {
  id: string;
  organisationId: string;
  name: string;
  action: RetentionAction;
  criteria: RetentionCriteria;
  reason: string;
  version: number;
  changedAt: Date;
  changedBy: string;
  /** What whoever changed it last may see: its schedule starts for them. */
  reach: Classification;
  /** Null when it has none, or somebody deleted it. */
  schedule: { id: string; cron: string; paused: boolean; nextAt: string } | null;
  lastBatch: { id: string; statuses: JobStatus[]; createdAt: string } | null;
};

const SELECT = `SELECT p.id, p.organisation_id AS "organisationId", p.name, p.action, p.criteria, p.reason, p.version,
    p.changed_at AS "changedAt", u.name AS "changedBy", u.clearance AS reach,
    (SELECT jsonb_build_object('id', s.id, 'cron', s.cron, 'paused', s.paused, 'nextAt', s.next_at)
     FROM schedules s WHERE s.id = p.schedule_id AND s.deleted_at IS NULL) AS schedule,
    (SELECT jsonb_build_object('id', j.batch_id, 'createdAt', j.created_at, 'statuses', jsonb_build_array(j.status))
     FROM jobs j WHERE j.organisation_id = p.organisation_id AND j.options ->> 'policyId' = p.id::text
     ORDER BY j.created_at DESC LIMIT 1) AS "lastBatch"
  FROM retention_policies p JOIN users u ON u.id = p.changed_by`;

/** The policies of an organisation, or of all (null), by name. */
export async function listRetentionPolicies(sql: Sql, scope: string | null): Promise<RetentionPolicyRow[]> {
  const { rows } = await sql.query<RetentionPolicyRow>(
    `${SELECT} WHERE p.deleted_at IS NULL AND ($1::uuid IS NULL OR p.organisation_id = $1) ORDER BY lower(p.name), p.id`,
    [scope],
  );
  return rows;
}

/** One that was not deleted; with `lock` nobody else changes it until the transaction ends. */
export async function findRetentionPolicy(
  sql: Sql,
  id: string,
  scope: string | null,
  { lock = false } = {},
): Promise<RetentionPolicyRow | null> {
  const { rows } = await sql.query<RetentionPolicyRow>(
    `${SELECT} WHERE p.id = $1 AND p.deleted_at IS NULL AND ($2::uuid IS NULL OR p.organisation_id = $2)
     ${lock ? 'FOR UPDATE OF p' : ''}`,
    [id, scope],
  );
  return rows[0] ?? null;
}

export type WrittenPolicy = Pick<
  RetentionPolicyRow,
  'id' | 'organisationId' | 'name' | 'action' | 'criteria' | 'reason'
> & {
  version: number;
  scheduleId: string | null;
  changedBy: string;
};

/** Writes a policy, or another version of it. */
export async function writeRetentionPolicy(sql: Sql, policy: WrittenPolicy): Promise<void> {
  await sql.query(
    `INSERT INTO retention_policies (id, organisation_id, name, action, criteria, reason, version, schedule_id, changed_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, action = excluded.action, criteria = excluded.criteria,
       reason = excluded.reason, version = excluded.version, schedule_id = excluded.schedule_id,
       changed_by = excluded.changed_by, changed_at = now()`,
    [
      policy.id,
      policy.organisationId,
      policy.name,
      policy.action,
      JSON.stringify(policy.criteria),
      policy.reason,
      policy.version,
      policy.scheduleId,
      policy.changedBy,
    ],
  );
}

export async function markPolicyDeleted(sql: Sql, id: string): Promise<void> {
  await sql.query('UPDATE retention_policies SET deleted_at = clock_timestamp(), schedule_id = NULL WHERE id = $1', [
    id,
  ]);
}
