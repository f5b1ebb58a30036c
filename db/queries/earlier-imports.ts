import type { Sql } from '#db/client.ts';
import type { Own } from '#domain/clearance.ts';

export type EarlierImport = { jobId: string; status: string; createdAt: Date };

/** Whether these very bytes were uploaded before in this organisation as far as somebody may see, and the imports that came of it, newest first. */
export async function earlierImports(
  sql: Sql,
  { organisationId, clearance, sha256 }: Own & { sha256: string },
): Promise<{ uploaded: boolean; imports: EarlierImport[] }> {
  const { rows } = await sql.query(
    `SELECT j.id AS "jobId", j.status, j.created_at AS "createdAt"
     FROM uploads u LEFT JOIN jobs j ON j.upload_id = u.id AND j.classification <= $3::classification
     WHERE u.organisation_id = $1 AND u.sha256 = $2 AND u.classification <= $3::classification
     ORDER BY j.created_at DESC NULLS LAST LIMIT 20`,
    [organisationId, sha256, clearance],
  );
  return { uploaded: rows.length > 0, imports: rows.filter((row) => row.jobId !== null) };
}
