import type { Sql } from '#db/client.ts';
import type { Own } from '#domain/clearance.ts';
import type { DependencyPolicy } from '#domain/job-dependencies.ts';
import type { JobStatus } from '#domain/job-status.ts';

/** A job that waits for others, and where those are. */
export type BlockedJob = { id: string; policy: DependencyPolicy; dependencies: JobStatus[] };

/** Records which jobs go before a job. */
export async function insertDependencies(sql: Sql, jobId: string, dependsOn: readonly string[]): Promise<void> {
  if (dependsOn.length === 0) return;
  await sql.query('INSERT INTO job_dependencies (job_id, depends_on) SELECT $1, unnest($2::uuid[])', [
    jobId,
    [...new Set(dependsOn)],
  ]);
}

/** The states of those of these jobs that somebody may see of their organisation's, by id; none of them moves before the transaction ends. */
export async function lockVisibleJobs(
  sql: Sql,
  ids: readonly string[],
  { organisationId, clearance }: Own,
): Promise<Map<string, JobStatus>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql.query<{ id: string; status: JobStatus }>(
    `SELECT id, status FROM jobs WHERE id = ANY ($1::uuid[]) AND organisation_id = $2
       AND classification <= $3::classification ORDER BY id FOR SHARE`,
    [ids, organisationId, clearance],
  );
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** The jobs each of these waits for, by job. */
export async function listDependencies(sql: Sql, jobIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql.query<{ id: string; dependsOn: string[] }>(
    `SELECT job_id AS id, array_agg(depends_on::text ORDER BY depends_on) AS "dependsOn" FROM job_dependencies
     WHERE job_id = ANY ($1::uuid[]) GROUP BY 1`,
    [jobIds],
  );
  return new Map(rows.map(({ id, dependsOn }) => [id, dependsOn]));
}

/** Every blocked job of which at least one dependency has ended; the others cannot have become free. */
export async function listBlockedJobs(sql: Sql): Promise<BlockedJob[]> {
  const { rows } = await sql.query<BlockedJob>(
    `SELECT j.id, j.dependency_policy AS policy, array_agg(o.status::text) AS dependencies
     FROM jobs j JOIN job_dependencies d ON d.job_id = j.id JOIN jobs o ON o.id = d.depends_on
     WHERE j.status = 'blocked' GROUP BY j.id HAVING bool_or(o.finished_at IS NOT NULL)`,
  );
  return rows;
}

/** The scheduled jobs whose time has come, and whether others go before them. */
export async function listDueJobs(sql: Sql): Promise<{ id: string; blocked: boolean }[]> {
  const { rows } = await sql.query<{ id: string; blocked: boolean }>(
    `SELECT j.id, EXISTS (SELECT FROM job_dependencies d WHERE d.job_id = j.id) AS blocked
     FROM jobs j JOIN batches b ON b.id = j.batch_id
     WHERE j.status = 'scheduled' AND b.scheduled_for <= clock_timestamp() ORDER BY b.scheduled_for, j.place`,
  );
  return rows;
}
