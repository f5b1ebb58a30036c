import type { Sql } from '#db/client.ts';

export type StoredArtifact = {
  id: string;
  jobId: string;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  storageKey: string;
  expired: boolean;
};

/** A file that a job produced, seen from one organisation or from all (null). */
export async function readArtifact(sql: Sql, id: string, scope: string | null): Promise<StoredArtifact | null> {
  const { rows } = await sql.query(
    `SELECT id, job_id AS "jobId", file_name AS "fileName", media_type AS "mediaType", size, sha256,
       storage_key AS "storageKey", expires_at <= clock_timestamp() AS expired
     FROM artifacts WHERE id = $1 AND ($2::uuid IS NULL OR organisation_id = $2)`,
    [id, scope],
  );
  return rows[0] ?? null;
}
