import { createHash } from 'node:crypto';
import { type Person, readPerson } from '#db/queries/read-person.ts';
import { readChallenge, spendCode } from '#db/queries/second-factors.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import type { Auth } from './auth.ts';
import { beginSession } from './begin-session.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { refuseGuess, refuseLocked } from './sign-in-lock.ts';

/** Of an app, or one of those that were written down. */
export type Code = { code: string } | { backupCode: string };

const CHALLENGE_COOKIE = /(?:^|;\s*)((?:__Secure-)?lexport\.two_factor)=([^;]+)/;

/**
 * The second step of signing in: a code, within ten minutes of the password. Wrong ones count as wrong passwords do, and a code
 * is good once.
 * @throws Problem `wrong_code`, `account_locked`, or `code_too_late` when the password was too long ago
 */
export async function signInWithCode(
  services: Pick<Services, 'pool' | 'config'>,
  auth: Auth,
  { origin, cookie }: { origin: Actor['origin']; cookie: string },
  given: Code,
): Promise<{ person: Person; cookies: string[] }> {
  const [, name, value = ''] = CHALLENGE_COOKIE.exec(cookie) ?? [];
  const identifier = decodeURIComponent(value).split('.')[0] ?? '';
  const userId = name ? await readChallenge(services.pool, identifier) : null;
  const person = userId ? await readPerson(services.pool, { id: userId }) : null;
  if (!person) throw new Problem('code_too_late');
  return oneAtATime(`sign-in:${person.email}`, async () => {
    await refuseLocked(services, origin, person.email);
    const cookies = await tryCode(services, auth, person, new Headers({ cookie: `${name}=${value}` }), given);
    if (cookies === null) return refuseGuess(services, origin, person.email, 'wrong_code');
    const secondFactor = 'code' in given ? 'code' : 'backup_code';
    await beginSession(services, origin, person, { cookies, by: 'password', secondFactor });
    return { person, cookies };
  });
}

async function tryCode(
  { pool }: Pick<Services, 'pool'>,
  auth: Auth,
  person: Person,
  headers: Headers,
  given: Code,
): Promise<string[] | null> {
  if ('backupCode' in given) {
    const body = { code: given.backupCode.trim() };
    return cookiesOf(await auth.api.verifyBackupCode({ body, headers, asResponse: true }));
  }
  const code = given.code.replace(/\s/g, '');
  const cookies = cookiesOf(await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }));
  if (cookies === null) return null;
  // Of two who come with the same code at once, one has used it up: the session of the other ends before anybody has it.
  if (await spendCode(pool, person.id, createHash('sha256').update(code).digest('hex'))) return cookies;
  await auth.api.signOut({ headers: new Headers({ cookie: cookies.map((one) => one.split(';')[0]).join('; ') }) });
  return null;
}

function cookiesOf(response: Response): string[] | null {
  if (response.ok) return response.headers.getSetCookie();
  if (response.status < 500) return null;
  throw new Error(`A code was answered with ${response.status}`);
}
