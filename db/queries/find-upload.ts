import type { Sql } from '#db/client.ts';
import type { Own } from '#domain/clearance.ts';

export type UploadRow = {
  id: string;
  organisationId: string;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  storageKey: string;
};

/** An upload that somebody, or a job, may read of their organisation's and that has not expired; null when there is none. */
export async function findUpload(sql: Sql, id: string, own: Own): Promise<UploadRow | null> {
  const { rows } = await sql.query<UploadRow>(
    `SELECT id, organisation_id AS "organisationId", file_name AS "fileName", media_type AS "mediaType", size, sha256,
       storage_key AS "storageKey"
     FROM uploads WHERE id = $1 AND organisation_id = $2 AND classification <= $3::classification
       AND expires_at > now()`,
    [id, own.organisationId, own.clearance],
  );
  return rows[0] ?? null;
}
