/** An audit entry, table alias `a`, as text in the form it is hashed in; times in UTC to the microsecond. */
export const AUDIT_ENTRY_TEXT = `a.id::text AS id, ${utc('a.at')} AS at, a.actor_id::text AS "actorId",
  a.actor_name AS "actorName", a.role, a.organisation_id::text AS "organisationId", a.action, a.subject_type AS "subjectType",
  a.subject_id AS "subjectId", a.job_id::text AS "jobId", a.old_hash AS "oldHash", a.new_hash AS "newHash", a.reason,
  a.details::text AS details, a.correlation_id AS "correlationId", a.ip, a.user_agent AS "userAgent"`;

/** What a search for words goes through; of sealed entries `audit_texts` has it. */
export const AUDIT_SEARCH_TEXT = `concat_ws(E'\\n', a.actor_name, a.reason, nullif(a.details::text, '{}'), a.correlation_id, a.ip)`;

/** A moment as it is hashed. */
export function utc(expression: string): string {
  return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
