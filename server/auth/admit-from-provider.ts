import { inTransaction, type Sql } from '#db/client.ts';
import { deleteApiKeysOf } from '#db/queries/api-keys.ts';
import { ensureOrganisation } from '#db/queries/ensure-organisation.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import {
  changeStanding,
  findProviderAccount,
  insertProviderPerson,
  linkProvider,
} from '#db/queries/provider-accounts.ts';
import { readPerson } from '#db/queries/read-person.ts';
import { deleteSessions, publishEnded } from '#db/queries/sessions.ts';
import type { Role } from '#domain/access.ts';
import type { OidcConfig } from '#server/oidc-config.ts';
import type { Services } from '#server/services.ts';

/** What the provider says of somebody, its signature checked. */
export type Profile = Readonly<Record<string, unknown>>;

type Standing = { role: Role; organisation: string };

/**
 * Makes sure that who comes from the provider and may come in is known here, before better-auth looks whether they are:
 *
 * - with a mapping of roles the provider decides: who it gives a role and an organisation is made or changed accordingly, who it
 *   gives none is let go with their sessions and keys, and refused for not being known;
 * - without one, only somebody who was made here comes in, by an e-mail address the provider vouches for.
 */
export async function admitFromProvider(
  { pool }: Pick<Services, 'pool'>,
  oidc: OidcConfig,
  profile: Profile,
): Promise<void> {
  const subject = text(profile.sub);
  const email = text(profile.email)?.toLowerCase();
  if (!subject || !email) return;
  const standing = standingOf(oidc, profile);
  const ended = await inTransaction(pool, async (sql): Promise<string[]> => {
    const known = await findProviderAccount(sql, subject);
    if (oidc.roles.size > 0 && standing === null) return known === null ? [] : letGo(sql, known);
    const vouched = profile.email_verified === true || profile.email_verified === 'true';
    const id = known ?? (vouched ? ((await readPerson(sql, { email }))?.id ?? null) : null);
    if (id === null) {
      if (standing && vouched) await makePerson(sql, { subject, email, name: text(profile.name) ?? email, standing });
      return [];
    }
    if (known === null) {
      await linkProvider(sql, id, subject);
      await audit(sql, id, 'person.link', {});
    }
    if (standing) await settleStanding(sql, id, standing);
    return [];
  });
  await publishEnded(pool, ended);
}

/** The first role and organisation that are mapped from what the claims hold; null when either is missing. */
export function standingOf(oidc: OidcConfig, profile: Profile): Standing | null {
  const role = list(profile[oidc.roleClaim]).flatMap((value) => oidc.roles.get(value) ?? [])[0];
  const organisation = list(profile[oidc.organisationClaim]).flatMap((value) => oidc.organisations.get(value) ?? [])[0];
  return role && organisation ? { role, organisation } : null;
}

/** Whom the provider gives nothing any more: their way in, their sessions and what acts in their name. */
async function letGo(sql: Sql, id: string): Promise<string[]> {
  await linkProvider(sql, id, null);
  const sessions = await deleteSessions(sql, { userId: id }, { allBut: null });
  const keys = await deleteApiKeysOf(sql, id);
  await audit(sql, id, 'person.unlink', { sessions: sessions.length, keys: keys.length });
  return [...sessions.map((session) => session.id), ...keys];
}

type NewPerson = { subject: string; email: string; name: string; standing: Standing };

async function makePerson(sql: Sql, { subject, email, name, standing }: NewPerson): Promise<void> {
  const organisationId = await ensureOrganisation(sql, standing.organisation);
  const id = await insertProviderPerson(sql, { subject, email, name, role: standing.role, organisationId });
  if (id !== null) await audit(sql, id, 'person.create', { role: standing.role });
}

async function settleStanding(sql: Sql, id: string, { role, organisation }: Standing): Promise<void> {
  const organisationId = await ensureOrganisation(sql, organisation);
  if (await changeStanding(sql, id, { role, organisationId })) await audit(sql, id, 'person.change', { role });
}

async function audit(sql: Sql, id: string, action: string, details: Record<string, unknown>): Promise<void> {
  const person = await readPerson(sql, { id });
  const organisationId = person?.organisation.id ?? null;
  await insertAuditEntries(sql, { id: null, name: null, role: null, organisationId }, [
    { action, subjectType: 'person', subjectId: id, details: { ...details, by: 'oidc' } },
  ]);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function list(value: unknown): string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}
