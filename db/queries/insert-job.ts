import type { Sql } from '#db/client.ts';
import { DEFAULT_CONCURRENT, DEFAULT_PRIORITY } from '#domain/admission.ts';
import type { Classification } from '#domain/definition.ts';
import type { DependencyPolicy } from '#domain/job-dependencies.ts';
import { NEEDS_APPROVAL, type OperationName } from '#domain/operation-names.ts';
import type { Phase } from '#domain/progress.ts';

export type NewBatchRow = {
  id: string;
  organisationId: string;
  createdBy: string;
  name: string;
  maxConcurrent?: number;
  scheduledFor?: string | null;
  scheduleId?: string | null;
};

export type NewJobRow = {
  id: string;
  batchId: string;
  organisationId: string;
  createdBy: string;
  operation: OperationName;
  name: string;
  phase: Phase;
  options: Record<string, unknown>;
  selection: Record<string, unknown> | null;
  uploadId: string | null;
  retryOf: string | null;
  /** Of who starts it. */
  clearance: Classification;
  /** Its clearance when left out, until its items are known. */
  classification?: Classification;
  /** False when left out. */
  copiedItems?: boolean;
  correlationId: string;
  /** Its number within the batch; 0 when left out. */
  place?: number;
  priority?: number;
  dependencyPolicy?: DependencyPolicy;
  /** `queued` when left out. */
  status?: 'scheduled' | 'blocked' | 'queued';
  /** True when left out. */
  frozen?: boolean;
};

export async function insertBatch(sql: Sql, batch: NewBatchRow): Promise<void> {
  await sql.query(
    `INSERT INTO batches (id, organisation_id, created_by, name, max_concurrent, scheduled_for, schedule_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      batch.id,
      batch.organisationId,
      batch.createdBy,
      batch.name,
      batch.maxConcurrent ?? DEFAULT_CONCURRENT,
      batch.scheduledFor ?? null,
      batch.scheduleId ?? null,
    ],
  );
}

export async function insertJob(sql: Sql, job: NewJobRow): Promise<void> {
  await sql.query(
    `INSERT INTO jobs (id, batch_id, organisation_id, created_by, operation, name, phase, options, selection, upload_id,
       retry_of, correlation_id, place, priority, dependency_policy, status, frozen,
       copied_items, needs_approval, clearance, classification)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [
      job.id,
      job.batchId,
      job.organisationId,
      job.createdBy,
      job.operation,
      job.name,
      job.phase,
      JSON.stringify(job.options),
      job.selection ? JSON.stringify(job.selection) : null,
      job.uploadId,
      job.retryOf,
      job.correlationId,
      job.place ?? 0,
      job.priority ?? DEFAULT_PRIORITY,
      job.dependencyPolicy ?? 'skip',
      job.status ?? 'queued',
      job.frozen ?? true,
      job.copiedItems ?? false,
      NEEDS_APPROVAL.includes(job.operation),
      job.clearance,
      job.classification ?? job.clearance,
    ],
  );
}
