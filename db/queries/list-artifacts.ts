import type { Sql } from '#db/client.ts';
import type { ArtifactKind } from '#domain/artifact-kinds.ts';

export type ArtifactView = {
  id: string;
  kind: ArtifactKind;
  fileName: string;
  mediaType: string;
  size: number;
  sha256: string;
  createdAt: string;
  expiresAt: string;
};

type Row = Omit<ArtifactView, 'createdAt' | 'expiresAt'> & { jobId: string; createdAt: Date; expiresAt: Date };

/** The files of jobs that have not expired, per job; signatures after what they sign. */
export async function listArtifacts(sql: Sql, jobIds: readonly string[]): Promise<Map<string, ArtifactView[]>> {
  const { rows } = await sql.query<Row>(
    `SELECT id, job_id AS "jobId", kind, file_name AS "fileName", media_type AS "mediaType", size, sha256,
       created_at AS "createdAt", expires_at AS "expiresAt"
     FROM artifacts WHERE job_id = ANY ($1::uuid[]) AND expires_at > now() ORDER BY kind = 'signature', created_at, id`,
    [jobIds],
  );
  const byJob = new Map<string, ArtifactView[]>();
  for (const { jobId, createdAt, expiresAt, ...artifact } of rows) {
    const view = { ...artifact, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
    byJob.set(jobId, [...(byJob.get(jobId) ?? []), view]);
  }
  return byJob;
}
