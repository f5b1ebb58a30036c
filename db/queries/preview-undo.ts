import type { Sql } from '#db/client.ts';

/** How many items that stay are listed. */
const LISTED = 1_000;

/**
 * What undo-definitions.ts would say of each item, without doing it: the same conditions, and the one its statement leaves to
 * the unique index. An identity that another item gives back in the same undo counts as free. Here and elsewhere an
 * organisation that only has to be the right one IS NOT DISTINCT FROM it: an equation would be offered to the indexes by
 * organisation, and the planner takes one that is new for so small that it reads all of it for every item.
 */
const JUDGE = `
  WITH done AS MATERIALIZED (
    SELECT i.position, i.term, i.definition_id, i.decision = 'new' IS TRUE AS made, coalesce(d.holds > 0, false) AS held,
      d.id IS NOT NULL AND (i.decision = 'new' IS TRUE OR v.definition_id IS NOT NULL) AS untouched,
      v.snapshot ->> 'identity_key' AS key, v.snapshot ->> 'classification' AS classification,
      v.snapshot ->> 'status' <> 'archived' AND v.snapshot ->> 'deleted_at' IS NULL AS holds
    FROM job_items i
    LEFT JOIN definitions d ON d.id = i.definition_id AND d.version = i.result_version
      AND d.organisation_id IS NOT DISTINCT FROM $2
    LEFT JOIN definition_versions v ON v.definition_id = i.definition_id AND v.version = i.base_version
      AND i.decision IS DISTINCT FROM 'new'
    WHERE i.job_id = $1 AND i.status = 'succeeded'
  ), judged AS MATERIALIZED (
    SELECT position, term, definition_id, CASE
      WHEN NOT untouched THEN 'edited_since'
      WHEN held THEN 'legal_hold'
      WHEN NOT made AND holds AND EXISTS (
        SELECT FROM definitions o WHERE o.organisation_id = $2 AND o.identity_key = done.key AND o.classification::text = done.classification
          AND o.status <> 'archived'
          AND o.deleted_at IS NULL AND o.id <> done.definition_id AND NOT EXISTS (
            SELECT FROM done f WHERE f.definition_id = o.id AND f.untouched
              AND (f.made OR NOT f.holds OR f.key <> o.identity_key OR f.classification <> o.classification::text))) THEN 'identity_taken' END AS code
    FROM done
  )
  SELECT count(*) FILTER (WHERE code IS NULL)::int AS reversed,
    count(*) FILTER (WHERE code IN ('edited_since', 'legal_hold'))::int AS kept,
    count(*) FILTER (WHERE code = 'identity_taken')::int AS failed,
    coalesce((SELECT jsonb_agg(jsonb_build_object('position', position, 'term', term, 'definitionId', definition_id,
        'code', code) ORDER BY position)
      FROM (SELECT * FROM judged WHERE code IS NOT NULL ORDER BY position LIMIT ${LISTED}) listed), '[]') AS items
  FROM judged`;

type StayingItem = { position: number; term: string | null; definitionId: string | null; code: string };

/** What taking back a job that wrote definitions would do now: how many go back, and which stay for what reason. */
export async function previewUndo(
  sql: Sql,
  job: { id: string; organisationId: string },
): Promise<{ reversed: number; kept: number; failed: number; items: StayingItem[] }> {
  const { rows } = await sql.query(JUDGE, [job.id, job.organisationId]);
  return rows[0];
}
