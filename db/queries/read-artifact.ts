import type { Sql } from '#db/client.ts';
import type { Sight } from '#domain/clearance.ts';
import { binder } from './definition-filter.ts';
import { visibleJobSql } from './visible-jobs.ts';

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

/** A file that a job produced, if this sight has that job. */
export async function readArtifact(sql: Sql, id: string, sight: Sight): Promise<StoredArtifact | null> {
  const params: unknown[] = [id];
  const { rows } = await sql.query(
    `SELECT a.id, a.job_id AS "jobId", a.file_name AS "fileName", a.media_type AS "mediaType", a.size, a.sha256,
       a.storage_key AS "storageKey", a.expires_at <= clock_timestamp() AS expired
     FROM (SELECT f.*, coalesce(j.classification, 'vertrouwelijk') AS classification
           FROM artifacts f LEFT JOIN jobs j ON j.id = f.job_id) a
     WHERE a.id = $1 AND ${visibleJobSql(sight, binder(params), 'a')}`,
    params,
  );
  return rows[0] ?? null;
}
