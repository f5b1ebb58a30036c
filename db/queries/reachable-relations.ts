import type { Sql } from '#db/client.ts';
import type { Own } from '#domain/clearance.ts';
import type { Classification, RelationType } from '#domain/definition.ts';
import { classifiedSql } from './visible-definitions.ts';

/** So many definitions are followed at once: more are no circle that a person could make sense of. */
const MOST_REACHED = 20_000;

export type StoredLink = { from: string; to: string | null; targetTerm: string | null; type: RelationType };
export type Reached = { links: StoredLink[]; terms: Map<string, string>; classifications: Map<string, Classification> };

/**
 * The relations of the definitions that one can get to from these by following relations, these included, and what those are
 * called; of one organisation, without deleted and archived ones. A relation that is not linked yet has a term only.
 */
export async function reachableRelations(sql: Sql, own: Own, ids: readonly string[]): Promise<Reached> {
  if (ids.length === 0) return { links: [], terms: new Map(), classifications: new Map() };
  const { rows } = await sql.query<{
    id: string;
    term: string;
    classification: Classification;
    link: Omit<StoredLink, 'from'> | null;
  }>(
    `WITH RECURSIVE reached(id) AS (
       SELECT unnest($2::uuid[])
       UNION SELECT next.id FROM reached CROSS JOIN LATERAL (
         SELECT r.target_id AS id FROM definition_relations r WHERE r.definition_id = reached.id AND r.target_id IS NOT NULL
         UNION ALL SELECT r.definition_id FROM definition_relations r
         WHERE r.target_id = reached.id AND r.type IN ('narrower', 'has_part', 'has_instance')) next
     ), followed AS MATERIALIZED (SELECT id FROM reached LIMIT ${MOST_REACHED})
     SELECT d.id, d.term, d.classification, CASE WHEN r.definition_id IS NOT NULL
       THEN json_build_object('to', r.target_id, 'targetTerm', r.target_term, 'type', r.type) END AS link
     FROM followed f JOIN definitions d ON d.id = f.id AND d.organisation_id IS NOT DISTINCT FROM $1
       AND ${classifiedSql('$3')} AND d.deleted_at IS NULL AND d.status <> 'archived'
     LEFT JOIN definition_relations r ON r.definition_id = d.id`,
    [own.organisationId, ids, own.clearance],
  );
  return {
    links: rows.flatMap(({ id, link }) => (link ? [{ from: id, ...link }] : [])),
    terms: new Map(rows.map(({ id, term }) => [id, term])),
    classifications: new Map(rows.map(({ id, classification }) => [id, classification])),
  };
}
