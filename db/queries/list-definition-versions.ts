import type { Sql } from '#db/client.ts';
import { contentFromRow } from '#db/row-image.ts';
import type { Classification, DefinitionContent } from '#domain/definition.ts';

export type StoredVersion = {
  version: number;
  content: DefinitionContent;
  contentHash: string;
  reason: string | null;
  createdAt: Date;
  createdBy: string | null;
  jobId: string | null;
  deleted: boolean;
};

/** Every version a definition had that this clearance suffices for, newest first; `present`: only the one there is now. */
export async function listDefinitionVersions(
  sql: Sql,
  definitionId: string,
  clearance: Classification,
  { present = false } = {},
): Promise<StoredVersion[]> {
  const { rows } = await sql.query(
    `SELECT v.version, v.snapshot, v.content_hash AS "contentHash", v.reason, v.created_at AS "createdAt",
       u.name AS "createdBy", v.job_id AS "jobId", v.snapshot ? 'deleted_at' AS deleted
     FROM definition_versions v LEFT JOIN users u ON u.id = v.created_by
     WHERE v.definition_id = $1 AND (v.snapshot ->> 'classification')::classification <= $2::classification
       AND (NOT $3 OR v.version = (SELECT d.version FROM definitions d WHERE d.id = v.definition_id))
     ORDER BY v.version DESC`,
    [definitionId, clearance, present],
  );
  return rows.map(({ snapshot, ...version }) => ({ ...version, content: contentFromRow(snapshot) }));
}
