import { insertAuditEntries, type NewAuditEntry } from '#db/queries/insert-audit-entries.ts';
import { type Person, readPerson } from '#db/queries/read-person.ts';
import { clearSignInFailures, insertSignInFailure, readSignInFailures } from '#db/queries/sign-in-failures.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import type { Auth } from './auth.ts';
import { oneAtATime } from './one-at-a-time.ts';

type Credentials = { email: string; password: string };
export type SignedIn = { person: Person; cookies: string[] };

/**
 * Signs a person in. An address that is not known takes as long, answers the same and locks the same as one that is.
 * Attempts on one address come one after the other, so that no burst gets more than the allowed number of guesses.
 * @throws Problem `wrong_credentials` or `account_locked`
 */
export function signIn(
  services: Pick<Services, 'pool' | 'config'>,
  auth: Auth,
  origin: Actor['origin'],
  credentials: Credentials,
): Promise<SignedIn> {
  const email = credentials.email.trim().toLowerCase();
  return oneAtATime(`sign-in:${email}`, async () => {
    await refuseLocked(services, origin, email);
    const cookies = await tryPassword(auth, { ...credentials, email });
    if (cookies === null) return refuse(services, origin, email);
    return welcome(services, origin, email, cookies);
  });
}

async function refuseLocked(
  { pool, config }: Pick<Services, 'pool' | 'config'>,
  origin: Actor['origin'],
  email: string,
) {
  const { signInAttempts, signInLockMinutes } = config.limits;
  const { count, secondsLeft } = await readSignInFailures(pool, email, signInLockMinutes);
  if (count < signInAttempts) return;
  await audit(pool, origin, await readPerson(pool, { email }), {
    action: 'session.refused',
    details: { email, why: 'locked' },
  });
  throw new Problem('account_locked', {
    minutes: Math.max(1, Math.ceil(secondsLeft / 60)),
    seconds: secondsLeft,
  });
}

/** The session's cookies, or null when address and password do not belong together. */
async function tryPassword(auth: Auth, body: Credentials): Promise<string[] | null> {
  const response = await auth.api.signInEmail({
    body,
    headers: new Headers(),
    asResponse: true,
  });
  if (response.ok) return response.headers.getSetCookie();
  if (response.status < 500) return null;
  throw new Error(`Signing in answered ${response.status}`);
}

async function refuse(
  { pool, config }: Pick<Services, 'pool' | 'config'>,
  origin: Actor['origin'],
  email: string,
): Promise<never> {
  const { signInAttempts, signInLockMinutes } = config.limits;
  await insertSignInFailure(pool, email);
  const person = await readPerson(pool, { email });
  await audit(pool, origin, person, {
    action: 'session.refused',
    details: { email, why: 'wrong_credentials' },
  });
  const { count } = await readSignInFailures(pool, email, signInLockMinutes);
  if (count >= signInAttempts) {
    await audit(pool, origin, person, {
      action: 'session.locked',
      details: { email, minutes: signInLockMinutes },
    });
  }
  throw new Problem('wrong_credentials');
}

async function welcome(
  { pool }: Pick<Services, 'pool'>,
  origin: Actor['origin'],
  email: string,
  cookies: string[],
): Promise<SignedIn> {
  await clearSignInFailures(pool, email);
  const person = await readPerson(pool, { email });
  if (!person) throw new Problem('wrong_credentials');
  await audit(pool, origin, person, { action: 'session.start' });
  return { person, cookies };
}

function audit(pool: Services['pool'], origin: Actor['origin'], person: Person | null, entry: NewAuditEntry) {
  return insertAuditEntries(
    pool,
    {
      id: person?.id ?? null,
      name: person?.name ?? null,
      role: person?.role ?? null,
      organisationId: person?.organisation.id ?? null,
      origin,
    },
    [{ ...entry, subjectType: 'person', subjectId: person?.id ?? null }],
  );
}
