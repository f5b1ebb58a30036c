import type { Sql } from '#db/client.ts';
import type { Classification } from '#domain/definition.ts';
import type { Finding } from '#domain/finding.ts';
import type { Phase } from '#domain/progress.ts';
import { LATE } from './commit-chunk.ts';

/**
 * Records how far a check is; further than ever before is progress, so that a long check on a slow machine is not taken for one
 * that kills its processors. Null when it must end: stopped, or taken over by another processor.
 */
export async function advanceCheck(
  sql: Sql,
  job: { id: string; fence: string },
  phase: Phase,
  checked: number,
  total: number,
): Promise<{ late: boolean } | null> {
  const { rows } = await sql.query<{ late: boolean }>(
    `UPDATE jobs SET checked = $3, total = $4, phase = $5::job_phase, seq = seq + 1, updated_at = clock_timestamp(),
       takeovers_without_progress = CASE WHEN $3 > furthest_checked THEN 0 ELSE takeovers_without_progress END,
       furthest_checked = greatest(furthest_checked, $3),
       phase_ms = CASE WHEN phase = $5::job_phase THEN phase_ms ELSE phase_ms || jsonb_build_object(
         phase::text, coalesce((phase_ms ->> phase::text)::numeric, 0)
           + round(extract(epoch FROM clock_timestamp() - phase_started_at) * 1000)) END,
       phase_started_at = CASE WHEN phase = $5::job_phase THEN phase_started_at ELSE clock_timestamp() END
     WHERE id = $1 AND fence = $2 AND status = 'checking' RETURNING ${LATE} AS late`,
    [job.id, job.fence, checked, total, phase],
  );
  return rows[0] ?? null;
}

type Checked = {
  total: number;
  plan: Record<string, number>;
  findings: readonly Finding[];
  /** Absent: it stays as it is. */
  classification?: Classification;
};

/**
 * What a check found about the whole: its plan, its findings, how many items there are and how highly classified they are. Of an
 * upload nothing was known before, so that it was as high as who reads it may see; a definition that was raised meanwhile counts.
 */
export async function recordCheck(
  sql: Sql,
  jobId: string,
  { total, plan, findings, classification }: Checked,
): Promise<void> {
  const { rows } = await sql.query<{ uploadId: string | null }>(
    `UPDATE jobs j SET total = $2, checked = $2, plan = $3, findings = $4, classification = greatest(
       CASE WHEN upload_id IS NULL THEN classification END,
       CASE WHEN $5::text IS NOT NULL THEN least($5::classification, clearance) END,
       (SELECT max(d.classification) FROM job_items i JOIN definitions d ON d.id = i.definition_id
        WHERE i.job_id = $1 AND i.base_version IS NOT NULL))
     WHERE id = $1 RETURNING upload_id AS "uploadId"`,
    [jobId, total, JSON.stringify(plan), JSON.stringify(findings), classification ?? null],
  );
  if (rows[0]?.uploadId)
    await sql.query(
      `UPDATE uploads u SET classification = (SELECT max(j.classification) FROM jobs j WHERE j.upload_id = u.id) WHERE u.id = $1`,
      [rows[0].uploadId],
    );
}

/** A check begins, perhaps again: what an earlier processor had counted before it was lost is counted anew. */
export async function restartCheck(sql: Sql, jobId: string): Promise<void> {
  await sql.query('UPDATE jobs SET plan = NULL, failed = 0, cancelled = 0 WHERE id = $1', [jobId]);
}

/** Keeps where each dependency level begins, for cutting the chunks anew; nothing when there is only one. */
export async function recordLevels(sql: Sql, jobId: string, levels: Int32Array): Promise<void> {
  const starts: number[] = [];
  for (let order = 1; order < levels.length; order++) if (levels[order] !== levels[order - 1]) starts.push(order);
  if (starts.length > 0) await sql.query('UPDATE jobs SET level_starts = $2 WHERE id = $1', [jobId, starts]);
}
