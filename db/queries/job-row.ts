import type { Sql } from '#db/client.ts';
import type { Classification } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import type { DependencyPolicy } from '#domain/job-dependencies.ts';
import type { JobStatus } from '#domain/job-status.ts';
import type { OperationName } from '#domain/operation-names.ts';
import type { Phase } from '#domain/progress.ts';
import type { Provenance } from '#domain/provenance.ts';

/** A row of `jobs`, in our own spelling; the one shape in which every query hands a job on. */
export type JobRow = {
  id: string;
  batchId: string;
  organisationId: string;
  createdBy: string;
  operation: OperationName;
  name: string;
  status: JobStatus;
  phase: Phase;
  options: Record<string, unknown>;
  selection: Record<string, unknown> | null;
  uploadId: string | null;
  /** What it may see: the clearance of who started it, when they did. */
  clearance: Classification;
  /** The highest of its items; who may see less sees nothing of it. */
  classification: Classification;
  retryOf: string | null;
  /** Its items are those of the job it retries; there is nothing to read. */
  copiedItems: boolean;
  /** Its number within the batch, from 0. */
  place: number;
  /** 0 to 9, higher first. */
  priority: number;
  dependencyPolicy: DependencyPolicy;
  /** Whether a processor has it, or will get it from the queue. */
  admitted: boolean;
  /** False: what its selection means is settled when it starts. */
  frozen: boolean;
  /** Nobody confirms it alone. */
  needsApproval: boolean;
  /** The person who takes back what the ended job did; null while nobody does. */
  undoneBy: string | null;
  probeAt: Date | null;
  correlationId: string | null;
  total: number;
  checked: number;
  succeeded: number;
  unchanged: number;
  skipped: number;
  failed: number;
  cancelled: number;
  rolledBack: number;
  rollbackConflict: number;
  seq: number;
  fence: string | null;
  attempt: number;
  takeoversWithoutProgress: number;
  plan: Record<string, number> | null;
  findings: Finding[];
  /** Of an import that was checked: who vouches for its upload. */
  provenance: Provenance | null;
  problemCode: string | null;
  problemParams: Record<string, string | number> | null;
  phaseMs: Record<string, number>;
  confirmBefore: Date | null;
  createdAt: Date;
  startedAt: Date | null;
  updatedAt: Date;
  finishedAt: Date | null;
};

/** The select list of a `JobRow` over alias `j`. */
export const JOB_COLUMNS = `j.id, j.batch_id AS "batchId", j.organisation_id AS "organisationId", j.created_by AS "createdBy",
  j.operation, j.name, j.status, j.phase, j.options, j.selection, j.upload_id AS "uploadId", j.clearance, j.classification,
  j.retry_of AS "retryOf",
  j.copied_items AS "copiedItems",
  j.place, j.priority, j.dependency_policy AS "dependencyPolicy", j.admitted, j.frozen, j.needs_approval AS "needsApproval",
  j.undone_by AS "undoneBy",
  j.probe_at AS "probeAt",
  j.correlation_id AS "correlationId", j.total, j.checked, j.succeeded, j.unchanged, j.skipped, j.failed, j.cancelled,
  j.rolled_back AS "rolledBack", j.rollback_conflict AS "rollbackConflict", j.seq, j.fence, j.attempt,
  j.takeovers_without_progress AS "takeoversWithoutProgress", j.plan, j.findings, j.provenance, j.problem_code AS "problemCode",
  j.problem_params AS "problemParams", j.phase_ms AS "phaseMs", j.confirm_before AS "confirmBefore",
  j.created_at AS "createdAt", j.started_at AS "startedAt", j.updated_at AS "updatedAt", j.finished_at AS "finishedAt"`;

/** The job as it is now, whoever asks; null when there is none. */
export async function findJob(sql: Sql, jobId: string): Promise<JobRow | null> {
  const { rows } = await sql.query<JobRow>(`SELECT ${JOB_COLUMNS} FROM jobs j WHERE j.id = $1`, [jobId]);
  return rows[0] ?? null;
}
