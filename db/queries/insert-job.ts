import type { Sql } from '#db/client.ts';
import type { OperationName } from '#domain/operation-names.ts';
import type { Phase } from '#domain/progress.ts';

export type NewBatchRow = { id: string; organisationId: string; createdBy: string; name: string };

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
  correlationId: string;
};

export async function insertBatch(sql: Sql, batch: NewBatchRow): Promise<void> {
  await sql.query('INSERT INTO batches (id, organisation_id, created_by, name) VALUES ($1, $2, $3, $4)', [
    batch.id,
    batch.organisationId,
    batch.createdBy,
    batch.name,
  ]);
}

export async function insertJob(sql: Sql, job: NewJobRow): Promise<void> {
  await sql.query(
    `INSERT INTO jobs (id, batch_id, organisation_id, created_by, operation, name, phase, options, selection, upload_id,
       retry_of, correlation_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
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
    ],
  );
}
