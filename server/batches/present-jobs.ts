import type { Job } from '#contract/jobs.ts';
import type { Sql } from '#db/client.ts';
import { countCorrected } from '#db/queries/copy-items.ts';
import { listDependencies } from '#db/queries/dependent-jobs.ts';
import { findJob, type JobRow } from '#db/queries/job-row.ts';
import { listArtifacts } from '#db/queries/list-artifacts.ts';
import { listRetries } from '#db/queries/list-retries.ts';
import { readProgressRows } from '#db/queries/read-progress.ts';
import type { Actor } from '#domain/access.ts';
import { phasesOf, UNDOABLE_OPERATIONS } from '#domain/operation-names.ts';

type Named = { id: string; name: string };
type Origin = NonNullable<Job['origin']>;
type UploadView = NonNullable<Job['upload']>;

/** Jobs as the door shows them to somebody: the snapshot, and what goes with it as far as they may see that. */
export async function presentJobs(
  sql: Sql,
  found: readonly JobRow[],
  { clearance }: Pick<Actor, 'clearance'>,
): Promise<Job[]> {
  const ids = found.map((job) => job.id);
  const progress = await readProgressRows(sql, ids);
  const jobs: JobRow[] = [];
  for (const job of found) {
    // It may have moved on since its row was read, and a job that waits for a decision must come with its plan.
    const isOlder = (progress.get(job.id)?.progress.seq ?? 0) > job.seq;
    jobs.push((isOlder && (await findJob(sql, job.id))) || job);
  }
  const artifacts = await listArtifacts(sql, ids);
  const dependencies = await listDependencies(sql, ids);
  const retries = await listRetries(sql, ids, clearance);
  const origins = await byId<Origin>(
    sql,
    'SELECT id, batch_id AS "batchId", name FROM jobs WHERE id = ANY ($1::uuid[]) AND classification <= $2::classification',
    jobs.flatMap((job) => job.retryOf ?? []),
    clearance,
  );
  const corrected = await countCorrected(sql, ids);
  const people = await byId<Named>(
    sql,
    'SELECT id, name FROM users WHERE id = ANY ($1::uuid[])',
    jobs.map((job) => job.createdBy),
  );
  const uploads = await byId<UploadView>(
    sql,
    `SELECT id, file_name AS "fileName", size, sha256 FROM uploads
     WHERE id = ANY ($1::uuid[]) AND classification <= $2::classification`,
    jobs.flatMap((job) => job.uploadId ?? []),
    clearance,
  );
  return jobs.flatMap((job) => {
    const snapshot = progress.get(job.id)?.progress;
    if (!snapshot) return [];
    const self = `/api/v1/jobs/${job.id}`;
    return {
      ...snapshot,
      id: job.id,
      batchId: job.batchId,
      operation: job.operation,
      classification: job.classification,
      name: job.name,
      options: job.options,
      createdAt: job.createdAt.toISOString(),
      createdBy: people.get(job.createdBy) ?? { id: job.createdBy, name: '' },
      finishedAt: job.finishedAt?.toISOString() ?? null,
      confirmBefore: job.confirmBefore?.toISOString() ?? null,
      phases: [...phasesOf(job.operation, job.needsApproval)],
      plan: job.plan,
      problem: job.problemCode ? { code: job.problemCode, params: job.problemParams ?? {} } : null,
      findings: job.findings,
      provenance: job.provenance,
      artifacts: artifacts.get(job.id) ?? [],
      retryOf: job.retryOf,
      origin: (job.retryOf && origins.get(job.retryOf)) || null,
      retries: retries.get(job.id) ?? [],
      corrected: corrected.get(job.id) ?? 0,
      place: job.place,
      priority: job.priority,
      dependsOn: dependencies.get(job.id) ?? [],
      onDependencyFailure: job.dependencyPolicy,
      admitted: job.admitted,
      probeAt: job.probeAt?.toISOString() ?? null,
      needsApproval: job.needsApproval,
      undoable: UNDOABLE_OPERATIONS.includes(job.operation),
      upload: (job.uploadId && uploads.get(job.uploadId)) || null,
      links: { self, items: `${self}/items`, report: `${self}/report` },
    };
  });
}

async function byId<T extends { id: string }>(
  sql: Sql,
  query: string,
  ids: readonly string[],
  ...params: readonly string[]
): Promise<Map<string, T>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql.query<T>(query, [[...new Set(ids)], ...params]);
  return new Map(rows.map((row) => [row.id, row]));
}
