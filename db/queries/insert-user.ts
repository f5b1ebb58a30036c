import type { Sql } from '#db/client.ts';
import { orm } from '#db/orm.ts';
import { accounts, users } from '#db/schema/people.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Role } from '#domain/access.ts';
import type { Classification } from '#domain/definition.ts';

export type NewUser = {
  name: string;
  email: string;
  role: Role;
  organisationId: string;
  /** Internal matters when left out. */
  clearance?: Classification;
  passwordHash: string;
};

/** Adds a person who signs in with a password. Answers the id, or null when the address is taken. */
export async function insertUser(sql: Sql, { passwordHash, ...person }: NewUser): Promise<string | null> {
  const id = uuidV7();
  const values = {
    ...person,
    id,
    email: person.email.toLowerCase(),
    emailVerified: true,
  };
  const added = await orm(sql).insert(users).values(values).onConflictDoNothing().returning({ id: users.id });
  if (added.length === 0) return null;
  await orm(sql).insert(accounts).values({
    id: uuidV7(),
    userId: id,
    accountId: id,
    providerId: 'credential',
    password: passwordHash,
  });
  return id;
}
