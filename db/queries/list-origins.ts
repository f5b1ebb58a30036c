import type { Sql } from '#db/client.ts';
import type { Classification } from '#domain/definition.ts';
import type { ItemOutcome } from '#domain/item-outcome.ts';
import type { JobStatus } from '#domain/job-status.ts';
import type { OperationName } from '#domain/operation-names.ts';
import type { Decision, Reason } from '#domain/plan.ts';
import type { Provenance } from '#domain/provenance.ts';

export type OriginRow = {
  jobId: string;
  batchId: string;
  operation: OperationName;
  name: string;
  status: JobStatus;
  position: number;
  upload: { fileName: string; sha256: string } | null;
  provenance: Provenance | null;
  source: { file: string | null; line: number | null };
  decision: Decision | null;
  reason: Reason | null;
  outcome: ItemOutcome;
  fromVersion: number | null;
  toVersion: number | null;
  createdBy: { id: string; name: string };
  createdAt: Date;
};

/** More than these are history nobody reads; the versions themselves are all there. */
const MOST = 200;
/** What only looks at a definition is no part of where it comes from. */
const CHANGING: readonly OperationName[] = ['import', 'update', 'delete', 'restore'];

/** What batches of its own organisation did with a definition, or decided not to, newest first; batches this clearance suffices for. */
export async function listOrigins(sql: Sql, definitionId: string, clearance: Classification): Promise<OriginRow[]> {
  const { rows } = await sql.query<OriginRow>(
    `SELECT j.id AS "jobId", j.batch_id AS "batchId", j.operation, j.name, j.status, i.position,
       CASE WHEN u.id IS NOT NULL THEN jsonb_build_object('fileName', u.file_name, 'sha256', u.sha256) END AS upload, j.provenance,
       jsonb_build_object('file', i.source_file, 'line', i.source_line) AS source, i.decision, i.reason,
       i.status AS outcome, CASE WHEN i.decision IS DISTINCT FROM 'new' THEN i.base_version END AS "fromVersion",
       i.result_version AS "toVersion", jsonb_build_object('id', p.id, 'name', p.name) AS "createdBy",
       coalesce(v.created_at, j.created_at) AS "createdAt"
     FROM job_items i
     JOIN jobs j ON j.id = i.job_id
     JOIN definitions d ON d.id = i.definition_id AND d.organisation_id = j.organisation_id
     JOIN users p ON p.id = j.created_by
     LEFT JOIN uploads u ON u.id = j.upload_id
     LEFT JOIN definition_versions v ON v.definition_id = d.id AND v.version = i.result_version AND v.job_id = j.id
     WHERE i.definition_id = $1 AND j.operation = ANY ($2::operation[]) AND j.classification <= $3::classification
     ORDER BY "createdAt" DESC, j.id DESC LIMIT ${MOST}`,
    [definitionId, CHANGING, clearance],
  );
  return rows;
}
