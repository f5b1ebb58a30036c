import type { Sql } from '#db/client.ts';
import { uuidV7 } from '#db/uuid-v7.ts';

/** The id of the organisation of this name, which is made when it is not there. */
export async function ensureOrganisation(sql: Sql, name: string): Promise<string> {
  const { rows } = await sql.query(
    `INSERT INTO organisations (id, name) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id`,
    [uuidV7(), name],
  );
  return rows[0].id;
}
