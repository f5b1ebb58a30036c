import type { Sql } from '#db/client.ts';
import type { Own } from '#domain/clearance.ts';
import { insertAuditEntries } from './insert-audit-entries.ts';
import type { JobRow } from './job-row.ts';
import { systemFor } from './move-job.ts';

/** The import of one organisation that a file says it comes from; null when that is none of theirs. */
export async function findImport(
  sql: Sql,
  jobId: string,
  { organisationId, clearance }: Own,
): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql.query<{ id: string; name: string }>(
    `SELECT id, name FROM jobs WHERE id = $1 AND organisation_id = $2 AND operation = 'import'
       AND classification <= $3::classification`,
    [jobId, organisationId, clearance],
  );
  return rows[0] ?? null;
}

/** Notes that a job takes up items of another: its upload turned out to be the error file of that one. */
export async function linkRetry(sql: Sql, job: JobRow, retryOf: string): Promise<void> {
  const { rowCount } = await sql.query('UPDATE jobs SET retry_of = $2 WHERE id = $1 AND retry_of IS DISTINCT FROM $2', [
    job.id,
    retryOf,
  ]);
  if (rowCount === 0) return;
  await insertAuditEntries(sql, systemFor(job), [
    {
      action: 'job.retried',
      subjectType: 'job',
      subjectId: retryOf,
      jobId: retryOf,
      details: { items: 'error file', retry: job.id },
    },
  ]);
}
