import type { Sql } from '#db/client.ts';
import type { ArtifactKind } from '#domain/artifact-kinds.ts';

export type NewArtifact = {
  id: string;
  jobId: string;
  organisationId: string;
  kind: ArtifactKind;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  storageKey: string;
  expiresAt: Date;
};

/** Records a file a job produced, in the place of an earlier one of its kind: finishing may happen twice after a crash. */
export async function replaceArtifact(sql: Sql, artifact: NewArtifact): Promise<{ replacedKey: string | null }> {
  const { rows } = await sql.query<{ storageKey: string }>(
    'DELETE FROM artifacts WHERE job_id = $1 AND kind = $2 RETURNING storage_key AS "storageKey"',
    [artifact.jobId, artifact.kind],
  );
  await sql.query(
    `INSERT INTO artifacts (id, job_id, organisation_id, kind, file_name, media_type, size, sha256, storage_key, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      artifact.id,
      artifact.jobId,
      artifact.organisationId,
      artifact.kind,
      artifact.fileName,
      artifact.mediaType,
      artifact.size,
      artifact.sha256,
      artifact.storageKey,
      artifact.expiresAt,
    ],
  );
  return { replacedKey: rows[0]?.storageKey ?? null };
}

/** Whether a job has made its file of this kind. */
export async function hasArtifact(sql: Sql, jobId: string, kind: NewArtifact['kind']): Promise<boolean> {
  const { rowCount } = await sql.query('SELECT FROM artifacts WHERE job_id = $1 AND kind = $2', [jobId, kind]);
  return rowCount !== 0;
}

/** Forgets the files of a job and answers where they were stored. */
export async function removeArtifacts(sql: Sql, jobId: string): Promise<string[]> {
  const { rows } = await sql.query<{ storageKey: string }>(
    'DELETE FROM artifacts WHERE job_id = $1 RETURNING storage_key AS "storageKey"',
    [jobId],
  );
  return rows.map((row) => row.storageKey);
}
