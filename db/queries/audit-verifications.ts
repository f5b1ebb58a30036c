import type { Sql } from '#db/client.ts';
import type { EntryText } from '#domain/audit-entry-text.ts';
import type { Difference, VerificationStatus } from '#domain/audit-verification.ts';
import { withNumbers } from './audit-blocks.ts';
import { AUDIT_ENTRY_TEXT } from './audit-entry-text.ts';

export type VerificationRow = {
  id: string;
  requestedBy: string;
  requestedName: string;
  status: VerificationStatus;
  fromAt: Date | null;
  untilAt: Date | null;
  firstBlock: number | null;
  lastBlock: number | null;
  nextBlock: number | null;
  entries: number;
  differenceCount: number;
  differences: Difference[];
  headHash: string | null;
  problem: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
};

const COLUMNS = `id, requested_by AS "requestedBy", requested_name AS "requestedName", status, from_at AS "fromAt",
  until_at AS "untilAt", first_block AS "firstBlock", last_block AS "lastBlock", next_block AS "nextBlock", entries,
  difference_count AS "differenceCount", differences, head_hash AS "headHash", problem, created_at AS "createdAt",
  started_at AS "startedAt", finished_at AS "finishedAt"`;

/** A processor that has said nothing about a verification for so long has lost it. */
const SILENT_SECONDS = 15;

type NewVerification = {
  id: string;
  requestedBy: string;
  requestedName: string;
  fromAt: string | null;
  untilAt: string | null;
};

/** Null when another one is open. */
export async function insertVerification(sql: Sql, asked: NewVerification): Promise<VerificationRow | null> {
  const { rows } = await sql.query<VerificationRow>(
    `INSERT INTO audit_verifications (id, requested_by, requested_name, from_at, until_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
    [asked.id, asked.requestedBy, asked.requestedName, asked.fromAt, asked.untilAt],
  );
  return rows[0] ?? null;
}

export async function readVerification(sql: Sql, id: string): Promise<VerificationRow | null> {
  const { rows } = await sql.query<VerificationRow>(`SELECT ${COLUMNS} FROM audit_verifications WHERE id = $1`, [id]);
  return rows[0] ?? null;
}

/** Newest first. */
export async function listVerifications(sql: Sql, limit: number): Promise<VerificationRow[]> {
  const { rows } = await sql.query<VerificationRow>(
    `SELECT ${COLUMNS} FROM audit_verifications ORDER BY created_at DESC LIMIT $1`,
    [limit],
  );
  return rows;
}

/** Has a verification stop, or at once be stopped when nobody has begun; null when it has ended. */
export async function stopVerification(sql: Sql, id: string): Promise<VerificationRow | null> {
  const { rows } = await sql.query<VerificationRow>(
    `UPDATE audit_verifications SET status = (CASE WHEN status = 'waiting' THEN 'stopped' ELSE 'stopping' END)::audit_verification_status,
       finished_at = CASE WHEN status = 'waiting' THEN clock_timestamp() END
     WHERE id = $1 AND status IN ('waiting', 'running') RETURNING ${COLUMNS}`,
    [id],
  );
  return rows[0] ?? null;
}

/** Lets a stopped verification go on where it was; null when it is not stopped. @throws when another one is open */
export async function resumeVerification(sql: Sql, id: string): Promise<VerificationRow | null> {
  const { rows } = await sql.query<VerificationRow>(
    `UPDATE audit_verifications SET status = 'waiting', finished_at = NULL WHERE id = $1 AND status = 'stopped' RETURNING ${COLUMNS}`,
    [id],
  );
  return rows[0] ?? null;
}

/** Takes the verification that waits, or one whose processor was lost. */
export async function claimVerification(sql: Sql): Promise<VerificationRow | null> {
  const { rows } = await sql.query<VerificationRow>(
    `UPDATE audit_verifications SET status = (CASE WHEN status = 'stopping' THEN 'stopping' ELSE 'running' END)::audit_verification_status,
       started_at = coalesce(started_at, clock_timestamp()), heartbeat_at = clock_timestamp()
     WHERE id = (
       SELECT id FROM audit_verifications WHERE status = 'waiting'
         OR (status IN ('running', 'stopping') AND heartbeat_at < clock_timestamp() - make_interval(secs => $1))
       ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [SILENT_SECONDS],
  );
  return rows[0] ?? null;
}

/** What a verification goes through, settled when it begins. */
export async function settleVerification(sql: Sql, id: string, first: number, last: number): Promise<void> {
  await sql.query(
    'UPDATE audit_verifications SET first_block = $2, last_block = $3, next_block = $2 WHERE id = $1 AND next_block IS NULL',
    [id, first, last],
  );
}

type Step = {
  id: string;
  /** Where it was: another processor that has gone on meanwhile makes this step count for nothing. */
  at: number;
  next: number;
  entries: number;
  differences: readonly Difference[];
  most: number;
  headHash: string | null;
};

/** Writes down how far it came; answers what is wanted now, null when somebody else has gone on. */
export async function advanceVerification(sql: Sql, step: Step): Promise<VerificationStatus | null> {
  const { rows } = await sql.query<{ status: VerificationStatus }>(
    `UPDATE audit_verifications v SET next_block = $3, entries = v.entries + $4, difference_count = v.difference_count + $5,
       differences = v.differences || (SELECT coalesce(jsonb_agg(d ORDER BY n), '[]') FROM jsonb_array_elements($6::jsonb)
         WITH ORDINALITY AS x(d, n) WHERE n <= $7 - jsonb_array_length(v.differences)),
       head_hash = coalesce($8, head_hash), heartbeat_at = clock_timestamp()
     WHERE id = $1 AND next_block = $2 AND status IN ('running', 'stopping') RETURNING status`,
    [
      ...[step.id, step.at, step.next, step.entries, step.differences.length, JSON.stringify(step.differences)],
      ...[step.most, step.headHash],
    ],
  );
  return rows[0]?.status ?? null;
}

type Ending = {
  status: 'stopped' | 'intact' | 'broken' | 'failed';
  differences?: readonly Difference[];
  problem?: string;
};

/** Null when it had ended already. */
export async function endVerification(
  sql: Sql,
  id: string,
  { status, differences, problem }: Ending,
): Promise<VerificationRow | null> {
  const { rows } = await sql.query<VerificationRow>(
    `UPDATE audit_verifications SET status = $2::audit_verification_status, differences = coalesce($3::jsonb, differences),
       difference_count = CASE WHEN $3::jsonb IS NULL THEN difference_count
         ELSE difference_count - jsonb_array_length(differences) + jsonb_array_length($3::jsonb) END,
       problem = $4, finished_at = clock_timestamp()
     WHERE id = $1 AND status IN ('running', 'stopping') RETURNING ${COLUMNS}`,
    [id, status, differences ? JSON.stringify(differences) : null, problem ?? null],
  );
  return rows[0] ?? null;
}

/** The entries behind one id and up to another, in their order. */
export async function listEntriesBetween(sql: Sql, afterId: number, lastId: number): Promise<EntryText[]> {
  const { rows } = await sql.query<EntryText>({
    name: 'audit-entries-between',
    text: `SELECT ${AUDIT_ENTRY_TEXT} FROM audit_entries a WHERE a.id > $1 AND a.id <= $2 ORDER BY a.id`,
    values: [afterId, lastId],
  });
  return rows;
}

export async function listEntriesById(sql: Sql, ids: readonly number[]): Promise<EntryText[]> {
  const { rows } = await sql.query<EntryText>(
    `SELECT ${AUDIT_ENTRY_TEXT} FROM audit_entries a WHERE a.id = ANY ($1::bigint[]) ORDER BY a.id`,
    [ids],
  );
  return rows;
}

export type PruningRow = {
  block: number;
  ids: number[];
  years: string;
  reason: string;
  prunedAt: string;
  keyId: string;
  signature: Buffer;
};

/** What was taken out of these blocks after its time. */
export async function listPrunings(sql: Sql, first: number, last: number): Promise<PruningRow[]> {
  const { rows } = await sql.query<PruningRow>(
    `SELECT block, ids, years::text AS years, reason, to_char(pruned_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
       AS "prunedAt", key_id AS "keyId", signature
     FROM audit_prunings WHERE block BETWEEN $1 AND $2 ORDER BY id`,
    [first, last],
  );
  return rows.map(withNumbers);
}
