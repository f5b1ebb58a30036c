import { readPerson } from '#db/queries/read-person.ts';
import { ACTIONS, type Action, type Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import { type Auth, KEY_PREFIX } from './auth.ts';
import type { SessionReading } from './read-session.ts';

const BEARER = new RegExp(`^Bearer (${KEY_PREFIX}[A-Za-z]{20,100})$`);

/** Whether a request says it comes with a key; then no cookie of it counts. What a proxy asks for in front of us (`Basic`) is no key. */
export function bringsKey(authorization: string | undefined): authorization is string {
  return authorization !== undefined && /^Bearer\b/i.test(authorization);
}

/**
 * In whose name a program acts: the owner of its key, with their role and what the key allows, whichever is less.
 * @throws Problem `wrong_key`, or `too_many_requests`
 */
export async function readKey(
  { pool }: Pick<Services, 'pool'>,
  auth: Auth,
  authorization: string,
  origin: Actor['origin'],
): Promise<SessionReading> {
  const key = BEARER.exec(authorization)?.[1];
  if (key === undefined) throw new Problem('wrong_key');
  const found = await auth.api.verifyApiKey({ body: { key } });
  if (!found.valid || !found.key) throw refusal(found.error);
  const { id, referenceId, permissions, expiresAt } = found.key;
  const person = await readPerson(pool, { id: referenceId });
  if (!person || !expiresAt) throw new Problem('wrong_key');
  return {
    actor: {
      id: person.id,
      name: person.name,
      role: person.role,
      organisationId: person.organisation.id,
      clearance: person.clearance,
      keyId: id,
      scopes: scopesOf(permissions),
      origin,
    },
    sessionId: id,
    by: 'key',
    mustEnrol: false,
    expiresAt,
    cookies: [],
  };
}

/** `{definition: ['read']}` as `['definition:read']`; what is no action any more is left out. */
export function scopesOf(permissions: Record<string, string[]> | null | undefined): Action[] {
  const named = Object.entries(permissions ?? {}).flatMap(([resource, verbs]) =>
    verbs.map((verb) => `${resource}:${verb}`),
  );
  return ACTIONS.filter((action) => named.includes(action));
}

type KeyError = { code?: string | undefined; details?: unknown } | null;

function refusal(error: unknown): Problem {
  const { code, details } = (error ?? {}) as NonNullable<KeyError>;
  if (code !== 'RATE_LIMITED') return new Problem('wrong_key');
  const { tryAgainIn = 0 } = (details ?? {}) as { tryAgainIn?: number };
  return new Problem('too_many_requests', { seconds: Math.max(1, Math.ceil(tryAgainIn / 1000)) });
}
