import type { Sql } from '#db/client.ts';
import type { Classification } from '#domain/definition.ts';
import type { JobStatus } from '#domain/job-status.ts';

export type RetryView = {
  id: string;
  batchId: string;
  name: string;
  status: JobStatus;
  createdAt: string;
  total: number;
};

/** The jobs that took up items of these, per job, oldest first; those this clearance suffices for. */
export async function listRetries(
  sql: Sql,
  jobIds: readonly string[],
  clearance: Classification,
): Promise<Map<string, RetryView[]>> {
  const { rows } = await sql.query<Omit<RetryView, 'createdAt'> & { retryOf: string; createdAt: Date }>(
    `SELECT retry_of AS "retryOf", id, batch_id AS "batchId", name, status, created_at AS "createdAt", total FROM jobs
     WHERE retry_of = ANY ($1::uuid[]) AND classification <= $2::classification ORDER BY created_at, id`,
    [jobIds, clearance],
  );
  const byJob = new Map<string, RetryView[]>();
  for (const { retryOf, createdAt, ...retry } of rows) {
    const all = byJob.get(retryOf) ?? [];
    byJob.set(retryOf, [...all, { ...retry, createdAt: createdAt.toISOString() }]);
  }
  return byJob;
}
