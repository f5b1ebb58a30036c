import type pg from 'pg';
import { inTransaction, type Sql } from '#db/client.ts';

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

/** Definitions that are deleted are nothing to point at: what pointed at them waits for them, or for another of that term. */
export async function openRelationsTo(sql: Sql, definitionIds: readonly string[]): Promise<void> {
  await sql.query('UPDATE definition_relations SET target_id = NULL WHERE target_id = ANY ($1::uuid[])', [
    definitionIds,
  ]);
}

/**
 * Items whose links are looked for in one statement, so that none comes near the time a statement may take; many, because each of them
 * reads through all definitions there are.
 */
const ITEMS_AT_ONCE = 25_000;

/**
 * From so many items on, rows are matched by hashing. Right after they were written the planner has no figures about them yet; it
 * then takes them for a handful and would compare each with each.
 */
const MANY = 500;

const LINK = `
  WITH written AS MATERIALIZED (
    SELECT DISTINCT d.id, lower(d.term) AS term FROM job_items i JOIN definitions d ON d.id = i.definition_id
    WHERE i.job_id = $1 AND i.work_order BETWEEN $3 AND $4 AND i.status IN ('succeeded', 'rolled_back')
      AND d.organisation_id IS NOT DISTINCT FROM $2
  ), open AS MATERIALIZED (
    SELECT r.definition_id, r.position, r.wanted_id, lower(r.target_term) AS term
    FROM written w JOIN definition_relations r ON r.definition_id = w.id WHERE r.target_id IS NULL
    UNION SELECT r.definition_id, r.position, r.wanted_id, lower(r.target_term)
    FROM written w JOIN definition_relations r ON lower(r.target_term) = w.term WHERE r.target_id IS NULL
    UNION SELECT r.definition_id, r.position, r.wanted_id, lower(r.target_term)
    FROM written w JOIN definition_relations r ON r.wanted_id = w.id WHERE r.target_id IS NULL
  ), named AS (
    SELECT o.*, t.id, t.status, true AS by_id FROM open o JOIN definitions t ON t.id = o.wanted_id
    WHERE t.organisation_id IS NOT DISTINCT FROM $2 AND t.status <> 'archived' AND t.deleted_at IS NULL
    UNION ALL SELECT o.*, t.id, t.status, false FROM open o
    JOIN definitions t ON t.organisation_id = $2 AND lower(t.term) = o.term
    WHERE t.status <> 'archived' AND t.deleted_at IS NULL
  ), target AS (
    SELECT DISTINCT ON (n.definition_id, n.position) n.definition_id, n.position, n.id
    FROM named n JOIN definitions owner ON owner.id = n.definition_id AND owner.organisation_id IS NOT DISTINCT FROM $2
    ORDER BY n.definition_id, n.position, n.by_id DESC, (n.status = 'established') DESC, n.id)
  UPDATE definition_relations r SET target_id = target.id FROM target
  WHERE r.definition_id = target.definition_id AND r.position = target.position`;

/**
 * Links what can be linked after a job wrote its definitions, or took them back: their own open relations, and everybody's that
 * waited for one of them. By id where the content names one that is there, else by term within the organisation (a definition
 * has another id in another system), established before draft.
 */
export async function linkRelations(
  pool: pg.Pool,
  job: { id: string; organisationId: string; total: number },
): Promise<void> {
  for (let first = 0; first < job.total; first += ITEMS_AT_ONCE) {
    await inTransaction(pool, async (sql) => {
      if (job.total > MANY) await sql.query('SET LOCAL enable_nestloop = off');
      await sql.query(LINK, [job.id, job.organisationId, first, first + ITEMS_AT_ONCE - 1]);
    });
  }
}
