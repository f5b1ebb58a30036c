import type { Sql } from '#db/client.ts';
import type { Actor } from '#domain/access.ts';

export type NewAuditEntry = {
  /** `resource.event`. */
  action: string;
  subjectType?: string | null;
  subjectId?: string | null;
  jobId?: string | null;
  oldHash?: string | null;
  newHash?: string | null;
  reason?: string | null;
  details?: Record<string, unknown>;
};

/** Who did it: a signed-in person, or nobody we know (a refused sign-in), or the system on somebody's behalf. */
export type AuditActor = {
  id: string | null;
  name: string | null;
  role: string | null;
  organisationId: string | null;
  origin?: Actor['origin'];
  /** The API key a program acted with. */
  keyId?: string;
};

/** Appends audit entries, in the transaction of what they tell of; the database stamps the time, to the microsecond. */
export async function insertAuditEntries(
  sql: Sql,
  actor: AuditActor,
  entries: readonly NewAuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await sql.query(
    `INSERT INTO audit_entries (actor_id, actor_name, role, organisation_id, correlation_id, ip, user_agent,
       action, subject_type, subject_id, job_id, old_hash, new_hash, reason, details)
     SELECT $1, $2, $3, $4, $5, $6, $7, e.action, e."subjectType", e."subjectId", e."jobId", e."oldHash", e."newHash",
       e.reason, coalesce(e.details, '{}')
     FROM jsonb_to_recordset($8::jsonb) AS e(action text, "subjectType" text, "subjectId" text, "jobId" uuid,
       "oldHash" text, "newHash" text, reason text, details jsonb)`,
    [
      actor.id,
      actor.name,
      actor.role,
      actor.organisationId,
      actor.origin?.correlationId ?? null,
      actor.origin?.ip ?? null,
      actor.origin?.userAgent ?? null,
      JSON.stringify(actor.keyId ? entries.map((entry) => withKey(entry, actor.keyId)) : entries),
    ],
  );
}

/** Who acted is the owner of the key; that it was a program, and by which key, is told with it. */
function withKey(entry: NewAuditEntry, keyId: string | undefined): NewAuditEntry {
  return { ...entry, details: { ...entry.details, apiKey: keyId } };
}
