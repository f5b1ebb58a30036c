import type { Sql } from '#db/client.ts';

export type UploadRow = {
  id: string;
  organisationId: string;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  storageKey: string;
};

/** An upload of one organisation that has not expired; null when there is none. */
export async function findUpload(sql: Sql, id: string, organisationId: string): Promise<UploadRow | null> {
  const { rows } = await sql.query<UploadRow>(
    `SELECT id, organisation_id AS "organisationId", file_name AS "fileName", media_type AS "mediaType", size, sha256,
       storage_key AS "storageKey"
     FROM uploads WHERE id = $1 AND organisation_id = $2 AND expires_at > now()`,
    [id, organisationId],
  );
  return rows[0] ?? null;
}
