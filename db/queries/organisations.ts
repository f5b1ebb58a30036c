import type { Sql } from '#db/client.ts';

/** What organisations are called, by id. */
export async function nameOrganisations(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql.query<{ id: string; name: string }>(
    'SELECT id, name FROM organisations WHERE id = ANY ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
