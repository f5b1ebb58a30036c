import type { Sql } from '#db/client.ts';

/** Links the open relations of an organisation to the definitions their terms name, established before draft. */
export async function linkRelationsByTerm(sql: Sql, organisationId: string): Promise<void> {
  await sql.query(
    `WITH target AS (
       SELECT DISTINCT ON (r.definition_id, r.position) r.definition_id, r.position, t.id
       FROM definition_relations r
       JOIN definitions owner ON owner.id = r.definition_id AND owner.organisation_id IS NOT DISTINCT FROM $1
       JOIN definitions t ON t.organisation_id = $1 AND t.status <> 'archived'
         AND t.deleted_at IS NULL AND lower(t.term) = lower(r.target_term)
       WHERE r.target_id IS NULL
       ORDER BY r.definition_id, r.position, (t.status = 'established') DESC, t.id)
     UPDATE definition_relations r SET target_id = target.id FROM target
     WHERE r.definition_id = target.definition_id AND r.position = target.position`,
    [organisationId],
  );
}
