import { randomUUID } from 'node:crypto';
import type { Sql } from '#db/client.ts';
import { ensureOrganisation } from '#db/queries/ensure-organisation.ts';
import { insertUser } from '#db/queries/insert-user.ts';
import type { Actor } from '#domain/access.ts';

/** A lead in an organisation of their own, which has no definitions: whatever they import is new. */
export async function makePerson(sql: Sql): Promise<Actor> {
  const name = `Bench ${randomUUID()}`;
  const organisationId = await ensureOrganisation(sql, name);
  const email = `${randomUUID()}@example.org`;
  const id = await insertUser(sql, {
    name,
    email,
    role: 'lead',
    organisationId,
    clearance: 'vertrouwelijk',
    passwordHash: 'none',
  });
  if (id === null) throw new Error('A random address was taken');
  const origin = { ip: '127.0.0.1', userAgent: 'bench', correlationId: 'bench' };
  return { id, name, role: 'lead', organisationId, clearance: 'vertrouwelijk', origin };
}
