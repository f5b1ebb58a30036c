import type { Sql } from '#db/client.ts';

/** Which definitions a finding `f` leads to. */
const NAMED = `unnest(string_to_array(f -> 'params' ->> 'pathIds', ' ') || string_to_array(f -> 'params' ->> 'meantIds', ' ')
  || (f -> 'params' ->> 'otherId')) AS named`;

/**
 * Takes out of what is remarked on definitions of an organisation what leads to one of these, where that is classified higher by now
 * than the one it is remarked on: whoever may see only the latter is not to read of it.
 */
export async function forgetHigher(sql: Sql, organisationId: string, raised: readonly string[]): Promise<void> {
  if (raised.length === 0) return;
  await sql.query(
    `WITH raised AS MATERIALIZED (
       SELECT d.id::text AS id, d.classification FROM definitions d WHERE d.id = ANY ($2::uuid[]))
     UPDATE definitions d SET findings = (
       SELECT coalesce(jsonb_agg(f ORDER BY place), '[]') FROM jsonb_array_elements(d.findings) WITH ORDINALITY AS kept(f, place)
       WHERE NOT EXISTS (SELECT FROM ${NAMED} JOIN raised r ON r.id = named WHERE r.classification > d.classification))
     WHERE d.organisation_id = $1 AND d.findings <> '[]' AND EXISTS (
       SELECT FROM jsonb_array_elements(d.findings) f CROSS JOIN LATERAL ${NAMED} JOIN raised r ON r.id = named
       WHERE r.classification > d.classification)`,
    [organisationId, raised],
  );
}

/** The definitions that a job classified higher than they were. */
export async function listRaised(sql: Sql, jobId: string): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT i.definition_id AS id FROM job_items i
     JOIN definition_versions before ON before.definition_id = i.definition_id AND before.version = i.base_version
     JOIN definition_versions after ON after.definition_id = i.definition_id AND after.version = i.result_version
     WHERE i.job_id = $1 AND i.base_version IS NOT NULL AND i.status = 'succeeded'
       AND (after.snapshot ->> 'classification')::classification > (before.snapshot ->> 'classification')::classification`,
    [jobId],
  );
  return rows.map(({ id }) => id);
}
