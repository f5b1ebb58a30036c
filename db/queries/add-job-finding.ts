import type { Sql } from '#db/client.ts';
import type { Finding } from '#domain/finding.ts';

/** Remarks something on a job as a whole, once however often it is said. */
export async function addJobFinding(sql: Sql, jobId: string, finding: Finding): Promise<void> {
  await sql.query(`UPDATE jobs SET findings = findings || $2::jsonb WHERE id = $1 AND NOT findings @> $2::jsonb`, [
    jobId,
    JSON.stringify([finding]),
  ]);
}
