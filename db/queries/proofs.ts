import type { Sql } from '#db/client.ts';
import { hashIn } from '#domain/hash-text.ts';
import type { PROOF_KINDS } from '#domain/provenance.ts';
import { keyset, type PageAt, toPage } from './keyset.ts';
import { classifiedSql, ownSql } from './visible-definitions.ts';

type ProofKind = (typeof PROOF_KINDS)[number];

export type NewProof = {
  position: number;
  kind: ProofKind;
  /** Hexadecimal digits. */
  hash: string;
  label: string | null;
  subjectId: string;
  version: number | null;
};

export type ProofRow = Omit<NewProof, 'position'> & { position: number; lockedAt: Date; place: number | null };

export type SealRow = {
  number: number;
  jobId: string;
  organisationId: string;
  organisation: string;
  size: number;
  root: Buffer;
  sealedAt: Date;
  keyId: string;
  publicKey: Buffer;
  signature: Buffer;
  leaves: Buffer;
};

/** Adds proofs of one chunk; answers the items that are new. What was locked before stays as it was. */
export async function insertProofs(
  sql: Sql,
  job: { id: string; organisationId: string },
  lockedAt: Date,
  proofs: readonly NewProof[],
): Promise<Set<number>> {
  const { rows } = await sql.query<{ position: number }>(
    `INSERT INTO proofs (job_id, position, organisation_id, kind, hash, label, subject_id, version, locked_at)
     SELECT $1, p.position, $2, p.kind, decode(p.hash, 'hex'), p.label, p."subjectId", p.version, $3
     FROM json_to_recordset($4::json) AS p(position int, kind proof_kind, hash text, label text, "subjectId" uuid, version int)
     ORDER BY p."subjectId" ON CONFLICT (organisation_id, subject_id, hash) DO NOTHING RETURNING position`,
    [job.id, job.organisationId, lockedAt, JSON.stringify(proofs)],
  );
  return new Set(rows.map(({ position }) => position));
}

const PROOF = `p.position, p.kind, encode(p.hash, 'hex') AS hash, p.label, p.subject_id AS "subjectId", p.version,
  p.locked_at AS "lockedAt", p.place`;

/** The proofs of a job in their order, with the present terms of definitions. */
export async function listProofsOf(sql: Sql, jobId: string): Promise<ProofRow[]> {
  const { rows } = await sql.query<ProofRow>(
    `SELECT ${PROOF.replace('p.label', 'coalesce(p.label, d.term) AS label')}
     FROM proofs p LEFT JOIN definitions d ON p.kind = 'definition' AND d.id = p.subject_id
     WHERE p.job_id = $1 ORDER BY p.position`,
    [jobId],
  );
  return rows;
}

/** Puts the seal over the proofs of a job, each at its place in the tree. */
export async function sealProofs(
  sql: Sql,
  seal: Omit<SealRow, 'number' | 'organisation' | 'publicKey'>,
): Promise<number> {
  const { rows } = await sql.query<{ number: number }>(
    `INSERT INTO proof_seals (job_id, organisation_id, size, root, sealed_at, key_id, signature, leaves)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING number`,
    [
      ...[seal.jobId, seal.organisationId, seal.size, seal.root, seal.sealedAt],
      ...[seal.keyId, seal.signature, seal.leaves],
    ],
  );
  const number = rows[0]?.number as number;
  await sql.query(
    `UPDATE proofs p SET seal = $2, place = n.place FROM (
       SELECT position, (row_number() OVER (ORDER BY position))::int - 1 AS place FROM proofs WHERE job_id = $1) n
     WHERE p.job_id = $1 AND p.position = n.position`,
    [seal.jobId, number],
  );
  return number;
}

const SEAL = `s.number, s.job_id AS "jobId", s.organisation_id AS "organisationId", o.name AS organisation, s.size, s.root,
  s.sealed_at AS "sealedAt", s.key_id AS "keyId", k.public_key AS "publicKey", s.signature, s.leaves`;
const SEALS = 'proof_seals s JOIN organisations o ON o.id = s.organisation_id JOIN audit_keys k ON k.id = s.key_id';

/** The seal of a job; null when it has none (yet). */
export async function findSealOf(sql: Sql, jobId: string): Promise<SealRow | null> {
  const { rows } = await sql.query<SealRow>(`SELECT ${SEAL} FROM ${SEALS} WHERE s.job_id = $1`, [jobId]);
  return rows[0] ?? null;
}

export async function findSeals(sql: Sql, numbers: readonly number[]): Promise<SealRow[]> {
  const { rows } = await sql.query<SealRow>(`SELECT ${SEAL} FROM ${SEALS} WHERE s.number = ANY ($1::int[])`, [numbers]);
  return rows;
}

/** Takes back the proofs of items that a stopped job is not to have locked. */
export async function removeProofs(sql: Sql, jobId: string, first: number, last: number): Promise<void> {
  await sql.query(
    `DELETE FROM proofs p USING job_items i WHERE p.job_id = $1 AND i.job_id = $1 AND i.position = p.position
       AND i.work_order BETWEEN $2 AND $3 AND p.seal IS NULL`,
    [jobId, first, last],
  );
}

/** Of a definition its own classification counts, of a file that of the job which locked it; for the clearance $2. */
const CLEARED = `CASE WHEN d.id IS NULL THEN ${classifiedSql('$2', 'j')} ELSE ${classifiedSql('$2')} END`;

export type FoundProof = Omit<ProofRow, 'position'> & { jobId: string; seal: number | null };

/** What an organisation locked of these hashes (hexadecimal digits), as far as the clearance goes. */
export async function findProofs(
  sql: Sql,
  own: { organisationId: string; clearance: string },
  hashes: readonly string[],
): Promise<FoundProof[]> {
  const { rows } = await sql.query<FoundProof>(
    `SELECT ${PROOF.replace('p.label', 'coalesce(p.label, d.term) AS label')}, p.job_id AS "jobId", p.seal
     FROM proofs p JOIN jobs j ON j.id = p.job_id
     LEFT JOIN definitions d ON p.kind = 'definition' AND d.id = p.subject_id
     WHERE p.organisation_id = $1 AND p.hash = ANY (SELECT decode(h, 'hex') FROM unnest($2::text[]) AS h)
       AND ${CLEARED.replaceAll('$2', '$3')}
     ORDER BY p.locked_at, p.job_id, p.position`,
    [own.organisationId, hashes, own.clearance],
  );
  return rows;
}

const NEWEST_FIRST = {
  columns: [
    { sql: 'p.locked_at', type: 'timestamptz' },
    { sql: 'p.job_id', type: 'uuid' },
    { sql: 'p.position', type: 'int' },
  ],
  descending: true,
};

export type ListedProof = FoundProof & { position: number; sealedAt: Date | null; keyId: string | null };

type ProofSearch = {
  own: { organisationId: string; clearance: string };
  /** A whole hash, or part of what it is called. */
  filter: { q?: string | undefined };
  at: PageAt | null;
  limit: number;
};

/** One page of what an organisation locked, newest first, as far as the clearance goes. */
export async function listProofs(sql: Sql, { own, filter, at, limit }: ProofSearch) {
  const params: unknown[] = [own.organisationId, own.clearance];
  const from = `proofs p JOIN jobs j ON j.id = p.job_id
     LEFT JOIN definitions d ON p.kind = 'definition' AND d.id = p.subject_id`;
  const where = proofSql(filter, params);
  const counted = await sql.query<{ total: number }>(`SELECT count(*)::int AS total FROM ${from} WHERE ${where}`, [
    ...params,
  ]);
  const page = keyset(NEWEST_FIRST, at, params);
  const { rows } = await sql.query<ListedProof & { key: string[] }>(
    `SELECT ${PROOF.replace('p.label', 'coalesce(p.label, d.term) AS label')}, p.job_id AS "jobId", p.seal,
       s.sealed_at AS "sealedAt", s.key_id AS "keyId", ${page.key} AS key
     FROM ${from} LEFT JOIN proof_seals s ON s.number = p.seal
     WHERE ${where}${page.condition} ORDER BY ${page.orderBy} LIMIT ${limit + 1}`,
    params,
  );
  return { ...toPage(rows, limit, at), total: counted.rows[0]?.total ?? 0 };
}

function proofSql({ q }: ProofSearch['filter'], params: unknown[]): string {
  const mine = `p.organisation_id = $1 AND ${CLEARED}`;
  if (!q) return mine;
  const hash = hashIn(q);
  if (hash !== null) return `${mine} AND p.hash = decode($${params.push(hash)}, 'hex')`;
  const like = `$${params.push(`%${q.replace(/[\\%_]/g, '\\$&')}%`)}`;
  return `${mine} AND coalesce(p.label, d.term) ILIKE ${like}`;
}

/** One proof with its seal; null when there is none for them, or no seal yet. */
export async function findProof(
  sql: Sql,
  own: { organisationId: string; clearance: string },
  { jobId, position }: { jobId: string; position: number },
): Promise<FoundProof | null> {
  const { rows } = await sql.query<FoundProof>(
    `SELECT ${PROOF.replace('p.label', 'coalesce(p.label, d.term) AS label')}, p.job_id AS "jobId", p.seal
     FROM proofs p JOIN jobs j ON j.id = p.job_id
     LEFT JOIN definitions d ON p.kind = 'definition' AND d.id = p.subject_id
     WHERE p.organisation_id = $1 AND ${CLEARED} AND p.job_id = $3 AND p.position = $4 AND p.seal IS NOT NULL`,
    [own.organisationId, own.clearance, jobId, position],
  );
  return rows[0] ?? null;
}

export type KnownThing = {
  hash: string;
  kind: 'definition' | 'archive' | 'upload';
  id: string;
  label: string;
  version: number | null;
  /** Whether that version is the present one. */
  present: boolean;
};

/** What an organisation has with these hashes: versions of definitions, files that jobs made, files that came in. */
export async function findByHash(
  sql: Sql,
  own: { organisationId: string; clearance: string },
  hashes: readonly string[],
): Promise<KnownThing[]> {
  const { rows } = await sql.query<KnownThing>(
    `SELECT v.content_hash AS hash, 'definition' AS kind, d.id, d.term AS label, v.version, v.version = d.version AS present
     FROM definition_versions v JOIN definitions d ON d.id = v.definition_id
     WHERE ${ownSql('$1', '$3')} AND d.deleted_at IS NULL AND v.content_hash = ANY ($2::text[])
     UNION ALL
     SELECT a.sha256, 'archive', a.id, a.file_name, NULL, true FROM artifacts a JOIN jobs j ON j.id = a.job_id
     WHERE a.organisation_id = $1 AND ${classifiedSql('$3', 'j')} AND a.sha256 = ANY ($2::text[])
     UNION ALL
     SELECT u.sha256, 'upload', u.id, u.file_name, NULL, true FROM uploads u
     WHERE u.organisation_id = $1 AND ${classifiedSql('$3', 'u')} AND u.sha256 = ANY ($2::text[])
     ORDER BY 2, 5 DESC NULLS LAST, 3`,
    [own.organisationId, hashes, own.clearance],
  );
  return rows;
}
