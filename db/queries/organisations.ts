import type { Sql } from '#db/client.ts';

/** Every organisation there is, by name: whom one may share with is no secret in the chain. */
export async function listOrganisations(sql: Sql): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql.query<{ id: string; name: string }>(
    'SELECT id, name FROM organisations ORDER BY name, id',
  );
  return rows;
}
