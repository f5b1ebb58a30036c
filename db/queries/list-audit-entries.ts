import type { Sql } from '#db/client.ts';
import { type KeyColumn, keyset, type PageAt, toPage } from './keyset.ts';

const ID: KeyColumn = { sql: 'a.id', type: 'bigint' };
const NEWEST_FIRST = { columns: [ID], descending: true };

export type AuditFilter = {
  /** The whole name, such as `job.confirm`, or the resource, such as `job`. */
  action?: string | undefined;
  /** A person's id, or part of their name. */
  person?: string | undefined;
  /** The id of a thing, or of a job that touched it. */
  subject?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
};

export type AuditRow = {
  id: string;
  at: string;
  actorId: string | null;
  actorName: string | null;
  role: string | null;
  organisation: string | null;
  action: string;
  subjectType: string | null;
  subjectId: string | null;
  oldHash: string | null;
  newHash: string | null;
  reason: string | null;
  details: Record<string, unknown>;
  correlationId: string | null;
  ip: string | null;
  userAgent: string | null;
  key: string[];
};

type AuditSearch = { filter: AuditFilter; scope: string | null; at: PageAt | null; limit: number };

/** One page of the audit trail, newest first, and how many entries match. Times are UTC, to the microsecond. */
export async function listAuditEntries(sql: Sql, { filter, scope, at, limit }: AuditSearch) {
  const params: unknown[] = [];
  const where = auditSql(filter, scope, params);
  const counted = sql.query(`SELECT count(*)::int AS total FROM audit_entries a WHERE ${where}`, [...params]);
  const page = keyset(NEWEST_FIRST, at, params);
  const { rows } = await sql.query<AuditRow>(
    `SELECT a.id::text AS id, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
       a.actor_id AS "actorId", a.actor_name AS "actorName", a.role, o.name AS organisation, a.action,
       a.subject_type AS "subjectType", a.subject_id AS "subjectId", a.old_hash AS "oldHash", a.new_hash AS "newHash",
       a.reason, a.details, a.correlation_id AS "correlationId", a.ip, a.user_agent AS "userAgent", ${page.key} AS key
     FROM audit_entries a LEFT JOIN organisations o ON o.id = a.organisation_id
     WHERE ${where}${page.condition} ORDER BY ${page.orderBy} LIMIT ${limit + 1}`,
    params,
  );
  return { ...toPage(rows, limit, at), total: (await counted).rows[0].total as number };
}

function auditSql(filter: AuditFilter, scope: string | null, params: unknown[]): string {
  const bind = (value: unknown) => `$${params.push(value)}`;
  const conditions = ['true'];
  if (scope !== null) conditions.push(`a.organisation_id = ${bind(scope)}::uuid`);
  if (filter.action) {
    const action = bind(filter.action);
    conditions.push(`(a.action = ${action} OR starts_with(a.action, ${action} || '.'))`);
  }
  if (filter.person) {
    const piece = bind(`%${filter.person.replace(/[\\%_]/g, '\\$&')}%`);
    conditions.push(`(a.actor_id::text = ${bind(filter.person)} OR a.actor_name ILIKE ${piece})`);
  }
  if (filter.subject) {
    const subject = bind(filter.subject);
    conditions.push(`(a.subject_id = ${subject} OR a.job_id::text = ${subject})`);
  }
  if (filter.from) conditions.push(`a.at >= ${bind(filter.from)}::timestamptz`);
  if (filter.until) conditions.push(`a.at <= ${bind(filter.until)}::timestamptz`);
  return conditions.join(' AND ');
}
