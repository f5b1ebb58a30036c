import { type Person, readPerson } from '#db/queries/read-person.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import type { Auth } from './auth.ts';
import { beginSession } from './begin-session.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { refuseGuess, refuseLocked } from './sign-in-lock.ts';

type Credentials = { email: string; password: string };
/** `person` null: the password was right, and the code of the second factor is still owed. */
export type SignedIn = { person: Person | null; cookies: string[] };

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
    const tried = await tryPassword(auth, { ...credentials, email });
    if (tried === null) return refuseGuess(services, origin, email, 'wrong_credentials');
    // Failures are not forgotten before the code was right as well: else a known password would buy new guesses.
    if (tried.codeOwed) return { person: null, cookies: tried.cookies };
    const person = await readPerson(services.pool, { email });
    if (!person) throw new Problem('wrong_credentials');
    await beginSession(services, origin, person, { cookies: tried.cookies, by: 'password' });
    return { person, cookies: tried.cookies };
  });
}

/** The cookies that come of it, or null when address and password do not belong together. */
async function tryPassword(auth: Auth, body: Credentials): Promise<{ cookies: string[]; codeOwed: boolean } | null> {
  const response = await auth.api.signInEmail({
    body,
    headers: new Headers(),
    asResponse: true,
  });
  if (!response.ok) {
    if (response.status < 500) return null;
    throw new Error(`Signing in answered ${response.status}`);
  }
  const { twoFactorRedirect } = (await response.json()) as { twoFactorRedirect?: boolean };
  return { cookies: response.headers.getSetCookie(), codeOwed: twoFactorRedirect === true };
}
