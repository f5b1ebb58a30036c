import type { Sql } from '#db/client.ts';
import type { Role } from '#domain/access.ts';
import type { Classification } from '#domain/definition.ts';

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  clearance: Classification;
  organisation: { id: string; name: string };
};

/** A person with their organisation, by id or by e-mail address; null when there is none. */
export async function readPerson(sql: Sql, by: { id: string } | { email: string }): Promise<Person | null> {
  const [condition, value] = 'id' in by ? ['u.id = $1', by.id] : ['u.email = $1', by.email.toLowerCase()];
  const { rows } = await sql.query(
    `SELECT u.id, u.name, u.email, u.role, u.clearance, json_build_object('id', o.id, 'name', o.name) AS organisation
     FROM users u JOIN organisations o ON o.id = u.organisation_id WHERE ${condition}`,
    [value],
  );
  return rows[0] ?? null;
}
