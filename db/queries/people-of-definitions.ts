import type { Sql } from '#db/client.ts';
import type { RowImage } from '#db/row-image.ts';
import type { Author } from './apply-definitions.ts';

type Named = { byName: boolean; snapshots: Record<string, unknown>[] };

/** Whether rows about these definitions say who did something, and of each version what else may name people; by id. */
export async function listNamed(sql: Sql, ids: readonly string[]): Promise<Map<string, Named>> {
  const { rows } = await sql.query<Named & { id: string }>(
    `SELECT d.id, num_nonnulls(d.created_by, d.updated_by, d.approved_by, d.deleted_by) > 0
         OR EXISTS (SELECT FROM definition_versions v WHERE v.definition_id = d.id AND v.created_by IS NOT NULL)
         OR EXISTS (SELECT FROM definition_reviews r WHERE r.definition_id = d.id AND r.answered_by IS NOT NULL) AS "byName",
       (SELECT jsonb_agg(jsonb_build_object('legal_metadata', v.snapshot -> 'legal_metadata', 'extras', v.snapshot -> 'extras',
          'approved_by', v.snapshot -> 'approved_by', 'deleted_by', v.snapshot -> 'deleted_by'))
        FROM definition_versions v WHERE v.definition_id = d.id) AS snapshots
     FROM definitions d WHERE d.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}

export type NamelessDefinition = { definitionId: string; image: RowImage };

/** The definitions without people from now on, each a new version that nobody is named as the author of; the audit trail says who did it. */
export async function writeNameless(
  sql: Sql,
  definitions: readonly NamelessDefinition[],
  { jobId, organisationId, author, reason }: { jobId: string; organisationId: string; author: Author; reason: string },
): Promise<void> {
  const ids = definitions.map(({ definitionId }) => definitionId);
  await sql.query('UPDATE definition_versions SET created_by = NULL WHERE definition_id = ANY ($1::uuid[])', [ids]);
  await sql.query('UPDATE definition_reviews SET answered_by = NULL WHERE definition_id = ANY ($1::uuid[])', [ids]);
  await sql.query(
    `WITH given AS MATERIALIZED (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS g("definitionId" uuid, image jsonb)
     ), written AS (
       UPDATE definitions d SET legal_metadata = g.image -> 'legal_metadata', extras = g.image -> 'extras',
         content_hash = g.image ->> 'content_hash', created_by = NULL, updated_by = NULL, approved_by = NULL, deleted_by = NULL,
         version = d.version + 1, updated_at = clock_timestamp()
       FROM given g, definition_versions v
       WHERE d.id = g."definitionId" AND v.definition_id = d.id AND v.version = d.version
       RETURNING d.id, d.version, d.content_hash, v.content_hash AS old_hash, g.image
     ), versioned AS (
       INSERT INTO definition_versions (definition_id, version, snapshot, content_hash, reason, created_by, job_id)
       SELECT w.id, w.version, w.image, w.content_hash, $5, NULL, $2 FROM written w)
     INSERT INTO audit_entries (actor_id, actor_name, role, organisation_id, correlation_id, action, subject_type, subject_id,
       job_id, old_hash, new_hash, reason)
     SELECT $4, $6, $7, $3, $8, 'definition.anonymised', 'definition', w.id::text, $2, w.old_hash, w.content_hash, $5
     FROM written w`,
    [
      JSON.stringify(definitions),
      jobId,
      organisationId,
      author.id,
      reason,
      author.name,
      author.role,
      author.correlationId,
    ],
  );
}

/** What other jobs keep of these definitions: what was staged, and what people corrected. */
export async function forgetSources(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.query(
    `UPDATE job_item_contents c SET raw = NULL, corrected_by = NULL FROM job_items i
     WHERE i.definition_id = ANY ($1::uuid[]) AND c.job_id = i.job_id AND c.position = i.position
       AND num_nonnulls(c.raw, c.corrected_by) > 0`,
    [ids],
  );
}
