import type { Sql } from '#db/client.ts';
import type { PartnerKind } from '#domain/provenance.ts';

export type Challenge = { id: string; nonce: Buffer; expiresAt: Date; usedAt: Date | null; expired: boolean };

export async function insertChallenge(
  sql: Sql,
  challenge: { id: string; organisationId: string; nonce: Buffer; createdBy: string; seconds: number },
): Promise<Challenge> {
  const { rows } = await sql.query<Challenge>(
    `INSERT INTO enrolment_challenges (id, organisation_id, nonce, created_by, expires_at)
     VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5))
     RETURNING id, nonce, expires_at AS "expiresAt", used_at AS "usedAt", false AS expired`,
    [challenge.id, challenge.organisationId, challenge.nonce, challenge.createdBy, challenge.seconds],
  );
  return rows[0] as Challenge;
}

/** Uses a challenge up, for a job or for one key (null); null when it was used before, is past its time, or is not theirs. */
export async function spendChallenge(
  sql: Sql,
  { id, organisationId, jobId }: { id: string; organisationId: string; jobId: string | null },
): Promise<Buffer | null> {
  const { rows } = await sql.query<{ nonce: Buffer }>(
    `UPDATE enrolment_challenges SET used_at = now(), used_by_job = $3
     WHERE id = $1 AND organisation_id = $2 AND used_at IS NULL AND expires_at > now() RETURNING nonce`,
    [id, organisationId, jobId],
  );
  return rows[0]?.nonce ?? null;
}

/** The challenge that a job used up. */
export async function readChallengeOf(sql: Sql, jobId: string): Promise<Buffer | null> {
  const { rows } = await sql.query<{ nonce: Buffer }>('SELECT nonce FROM enrolment_challenges WHERE used_by_job = $1', [
    jobId,
  ]);
  return rows[0]?.nonce ?? null;
}

export type KeyRequest = { name: string; kind: string; publicKey: string; signature: string };

/** Makes keys that were handed in the items of a job, in their order, and sets the job's total. */
export async function insertKeyItems(sql: Sql, jobId: string, keys: readonly KeyRequest[]): Promise<void> {
  await sql.query(
    `WITH given AS MATERIALIZED (
       SELECT (row_number() OVER ())::int - 1 AS position, k.* FROM json_to_recordset($2::json)
         AS k(name text, kind text, "publicKey" text, signature text)),
     items AS (INSERT INTO job_items (job_id, position, work_order, term) SELECT $1, position, position, name FROM given),
     job AS (UPDATE jobs SET total = (SELECT count(*) FROM given), classification = 'openbaar' WHERE id = $1)
     INSERT INTO enrolment_requests (job_id, position, kind, public_key, signature)
     SELECT $1, position, kind, "publicKey", signature FROM given`,
    [jobId, JSON.stringify(keys)],
  );
}

export type KeyItem = KeyRequest & { position: number };

/** The keys of a job from this order of work up to that one; `only` those that are to be written. */
export async function readKeyItems(
  sql: Sql,
  jobId: string,
  { first, last, toWrite = false }: { first: number; last: number; toWrite?: boolean },
): Promise<KeyItem[]> {
  const { rows } = await sql.query<KeyItem>(
    `SELECT i.position, coalesce(i.term, '') AS name, r.kind, r.public_key AS "publicKey", r.signature FROM job_items i
     JOIN enrolment_requests r ON r.job_id = i.job_id AND r.position = i.position
     WHERE i.job_id = $1 AND i.work_order BETWEEN $2 AND $3
       ${toWrite ? "AND i.status = 'pending' AND i.decision IN ('new', 'update')" : ''} ORDER BY i.work_order`,
    [jobId, first, last],
  );
  return rows;
}

/** What the plan of a chunk says is not to be written: passed over, or failed of what the check found. */
export async function endUnwritten(
  sql: Sql,
  jobId: string,
  first: number,
  last: number,
): Promise<('skipped' | 'failed')[]> {
  const { rows } = await sql.query<{ status: 'skipped' | 'failed' }>(
    `UPDATE job_items SET attempts = attempts + 1,
       status = (CASE WHEN decision IN ('invalid', 'conflict') THEN 'failed' ELSE 'skipped' END)::item_outcome,
       problem_code = CASE WHEN decision IN ('invalid', 'conflict') THEN coalesce(problem_code, 'key_not_proven') END
     WHERE job_id = $1 AND work_order BETWEEN $2 AND $3 AND status = 'pending' AND decision NOT IN ('new', 'update')
     RETURNING status`,
    [jobId, first, last],
  );
  return rows.map(({ status }) => status);
}

export type KeyToEnrol = { id: string; keyId: string; publicKey: Buffer; name: string; kind: PartnerKind };
export type EnrolledKey = { publicKey: Buffer; id: string; keyId: string; name: string; before: Date | null };

/**
 * Enrols keys, or renews those that are enrolled; a revoked one stays revoked and is not among the answers. `before`: until when one
 * was valid that was renewed.
 */
export async function enrolKeys(
  sql: Sql,
  by: { organisationId: string; userId: string; jobId: string | null; days: number },
  keys: readonly KeyToEnrol[],
): Promise<EnrolledKey[]> {
  const given = keys.map(({ publicKey, ...key }) => ({ ...key, publicKey: publicKey.toString('hex') }));
  const { rows } = await sql.query<EnrolledKey>(
    `WITH given AS MATERIALIZED (
       SELECT k.id, k."keyId", decode(k."publicKey", 'hex') AS public_key, k.name, k.kind FROM json_to_recordset($5::json)
         AS k(id uuid, "keyId" text, "publicKey" text, name text, kind partner_kind)),
     before AS MATERIALIZED (
       SELECT p.public_key, p.valid_until FROM partner_keys p JOIN given g USING (public_key) WHERE p.organisation_id = $1),
     written AS (
       INSERT INTO partner_keys AS p (id, organisation_id, key_id, public_key, name, kind, enrolled_by, job_id, valid_until)
       SELECT id, $1, "keyId", public_key, name, kind, $2, $3, now() + make_interval(days => $4) FROM given ORDER BY public_key
       ON CONFLICT (organisation_id, public_key) DO UPDATE SET name = excluded.name, kind = excluded.kind,
         job_id = excluded.job_id, valid_until = excluded.valid_until, renewed_at = now() WHERE p.revoked_at IS NULL
       RETURNING p.id, p.public_key, p.key_id, p.name)
     SELECT w.id, w.public_key AS "publicKey", w.key_id AS "keyId", w.name, b.valid_until AS before
     FROM written w LEFT JOIN before b USING (public_key)`,
    [by.organisationId, by.userId, by.jobId, by.days, JSON.stringify(given)],
  );
  return rows;
}

/** Takes back what a stopped job enrolled: a key that is new vouches for nothing from now on, a renewed one for as long as before. */
export async function takeBackKeys(
  sql: Sql,
  jobId: string,
  { first, last }: { first: number; last: number },
  before: readonly { id: string; validUntil: string | null }[],
): Promise<number> {
  await sql.query(
    `UPDATE partner_keys p SET valid_until = coalesce(b."validUntil", now())
     FROM json_to_recordset($2::json) AS b(id uuid, "validUntil" timestamptz)
     WHERE p.id = b.id AND p.job_id = $1 AND p.revoked_at IS NULL`,
    [jobId, JSON.stringify(before)],
  );
  const { rowCount } = await sql.query(
    `UPDATE job_items SET status = 'rolled_back' WHERE job_id = $1 AND work_order BETWEEN $2 AND $3 AND status = 'succeeded'`,
    [jobId, first, last],
  );
  return rowCount ?? 0;
}
