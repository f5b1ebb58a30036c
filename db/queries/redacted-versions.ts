import type { Sql } from '#db/client.ts';

export type EarlierVersion = { definitionId: string; version: number; snapshot: Record<string, unknown> };

/** The versions of definitions before the ones named, the latest first. */
export async function readEarlierVersions(
  sql: Sql,
  definitions: readonly { id: string; before: number }[],
): Promise<EarlierVersion[]> {
  const { rows } = await sql.query<EarlierVersion>(
    `SELECT v.definition_id AS "definitionId", v.version, v.snapshot
     FROM unnest($1::uuid[], $2::int[]) AS d(id, before) JOIN definition_versions v ON v.definition_id = d.id AND v.version < d.before
     ORDER BY v.definition_id, v.version DESC`,
    [definitions.map(({ id }) => id), definitions.map(({ before }) => before)],
  );
  return rows;
}
