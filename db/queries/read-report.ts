import type { Sql } from '#db/client.ts';
import { formatsOf } from '#domain/export-formats.ts';
import { reportFormat } from '#domain/fidelity.ts';
import { processedOf } from '#domain/item-outcome.ts';
import { countOutcomes, type OutcomeCount, phaseTimings, successRate } from '#domain/job-report.ts';
import { PHASES } from '#domain/progress.ts';
import { qualityOf } from '#domain/quality.ts';
import { countJobQuality } from './count-quality.ts';
import type { JobRow } from './job-row.ts';
import { listArtifacts } from './list-artifacts.ts';
import { listCorrections } from './list-corrections.ts';
import { sumRedactions } from './sum-redactions.ts';

const EXAMPLES = 3;

type ErrorRow = {
  code: string;
  count: number;
  examples: { position: number; term: string | null; file: string | null }[];
};

/** What a job says about itself, counted from its items: it is as true the year after as it was the minute it ended. */
export async function readReportOf(sql: Sql, job: JobRow) {
  const [outcomes, errors, findings, people, artifacts] = [
    await sql.query<OutcomeCount>(
      `SELECT status, decision, verdict, count(*)::int AS count FROM job_items WHERE job_id = $1 GROUP BY 1, 2, 3`,
      [job.id],
    ),
    await sql.query<ErrorRow>(
      `SELECT code, count(*)::int AS count,
         jsonb_agg(jsonb_build_object('position', position, 'term', term, 'file', source_file) ORDER BY position)
           FILTER (WHERE nth <= ${EXAMPLES}) AS examples
       FROM (SELECT coalesce(problem_code, 'internal_error') AS code, position, term, source_file,
               row_number() OVER (PARTITION BY problem_code ORDER BY position) AS nth
             FROM job_items WHERE job_id = $1 AND status IN ('failed', 'rollback_conflict')) failed
       GROUP BY code ORDER BY 2 DESC, 1`,
      [job.id],
    ),
    await sql.query<{ code: string; severity: string; count: number }>(
      `SELECT f ->> 'code' AS code, f ->> 'severity' AS severity, count(*)::int AS count
       FROM job_items i, jsonb_array_elements(i.findings) f WHERE i.job_id = $1 GROUP BY 1, 2 ORDER BY 3 DESC, 1`,
      [job.id],
    ),
    await sql.query<{ name: string }>('SELECT name FROM users WHERE id = $1', [job.createdBy]),
    await listArtifacts(sql, [job.id]),
  ];
  const counted = countOutcomes(outcomes.rows);
  const timings = phaseTimings(job.phaseMs, PHASES);
  const processed = processedOf(counted.totals);
  return {
    jobId: job.id,
    batchId: job.batchId,
    operation: job.operation,
    name: job.name,
    status: job.status,
    createdBy: { id: job.createdBy, name: people.rows[0]?.name ?? '' },
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
    ...counted,
    successRate: successRate(counted.totals),
    timings: { ...timings, perItemMs: processed > 0 ? Math.round((timings.totalMs / processed) * 1000) / 1000 : null },
    throughput: timings.totalMs > 0 ? Math.round((processed / timings.totalMs) * 10_000) / 10 : 0,
    errors: errors.rows,
    remarks: job.findings,
    findings: findings.rows,
    quality: qualityOf(await countJobQuality(sql, job.id), job.operation),
    corrections: await listCorrections(sql, job.id),
    artifacts: artifacts.get(job.id) ?? [],
    redactions: await sumRedactions(sql, job.id),
    provenance: job.provenance,
    formats: job.operation === 'export' ? formatsOf(job.options).map(reportFormat) : [],
  };
}
