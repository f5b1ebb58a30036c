import { hashPassword } from 'better-auth/crypto';
import { inTransaction } from '#db/client.ts';
import { ensureOrganisation } from '#db/queries/ensure-organisation.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertUser } from '#db/queries/insert-user.ts';
import type { Role } from '#domain/access.ts';
import type { Classification } from '#domain/definition.ts';
import type { Services } from '#server/services.ts';

type NewPerson = {
  name: string;
  email: string;
  role: Role;
  organisation: string;
  password: string;
  clearance?: Classification;
};

/** Adds a person, and their organisation when it is new. Answers the id, or null when the address is taken. */
export async function createUser(
  { pool }: Pick<Services, 'pool'>,
  { password, organisation, ...person }: NewPerson,
): Promise<string | null> {
  const passwordHash = await hashPassword(password);
  return inTransaction(pool, async (sql) => {
    const organisationId = await ensureOrganisation(sql, organisation);
    const id = await insertUser(sql, {
      ...person,
      organisationId,
      passwordHash,
    });
    if (id === null) return null;
    await insertAuditEntries(sql, { id: null, name: null, role: null, organisationId }, [
      {
        action: 'person.create',
        subjectType: 'person',
        subjectId: id,
        details: { role: person.role, ...(person.clearance ? { clearance: person.clearance } : {}) },
      },
    ]);
    return id;
  });
}
