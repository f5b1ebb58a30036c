import type { Sql } from '#db/client.ts';

/**
 * Brings `definition_relations` in line with what the named definitions say. Targets are left open: rows are inserted
 * first and linked afterwards, so that cycles are no problem.
 */
export async function writeRelations(sql: Sql, definitionIds: readonly string[]): Promise<void> {
  await sql.query('DELETE FROM definition_relations WHERE definition_id = ANY ($1::uuid[])', [definitionIds]);
  await sql.query(
    `INSERT INTO definition_relations (definition_id, position, type, target_term, wanted_id)
     SELECT d.id, r.number - 1, (r.relation ->> 'type')::relation_type, r.relation ->> 'targetTerm',
       (r.relation ->> 'targetId')::uuid
     FROM definitions d, jsonb_array_elements(d.relations) WITH ORDINALITY AS r(relation, number)
     WHERE d.id = ANY ($1::uuid[])`,
    [definitionIds],
  );
}

/** Items whose links are looked for in one statement, so that none comes near the time a statement may take. */
const ITEMS_AT_ONCE = 5_000;

const LINK = `
  WITH written AS MATERIALIZED (
    SELECT DISTINCT d.id, lower(d.term) AS term FROM job_items i JOIN definitions d ON d.id = i.definition_id
    WHERE i.job_id = $1 AND i.work_order BETWEEN $3 AND $4 AND i.status IN ('succeeded', 'rolled_back')
      AND d.organisation_id = $2
  ), open AS MATERIALIZED (
    SELECT r.definition_id, r.position, r.wanted_id, lower(r.target_term) AS term FROM definition_relations r
    WHERE r.target_id IS NULL AND (r.definition_id IN (SELECT id FROM written)
      OR lower(r.target_term) IN (SELECT term FROM written) OR r.wanted_id IN (SELECT id FROM written))
  ), target AS (
    SELECT DISTINCT ON (o.definition_id, o.position) o.definition_id, o.position, t.id
    FROM open o
    JOIN definitions owner ON owner.id = o.definition_id AND owner.organisation_id = $2
    JOIN definitions t ON t.organisation_id = $2 AND t.status <> 'archived'
      AND (t.id = o.wanted_id OR lower(t.term) = o.term)
    ORDER BY o.definition_id, o.position, (t.id IS NOT DISTINCT FROM o.wanted_id) DESC, (t.status = 'established') DESC, t.id)
  UPDATE definition_relations r SET target_id = target.id FROM target
  WHERE r.definition_id = target.definition_id AND r.position = target.position`;

/**
 * Links what can be linked after a job wrote its definitions, or took them back: their own open relations, and everybody's that
 * waited for one of them. By id where the content names one that is there, else by term within the organisation (a definition
 * has another id in another system), established before draft.
 */
export async function linkRelations(
  sql: Sql,
  job: { id: string; organisationId: string; total: number },
): Promise<void> {
  for (let first = 0; first < job.total; first += ITEMS_AT_ONCE) {
    await sql.query(LINK, [job.id, job.organisationId, first, first + ITEMS_AT_ONCE - 1]);
  }
}
