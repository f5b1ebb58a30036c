import type { Person } from '#db/queries/read-person.ts';
import { noteSession } from '#db/queries/sessions.ts';
import { clearSignInFailures } from '#db/queries/sign-in-failures.ts';
import type { Actor, SignInMethod } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { auditPerson } from './sign-in-lock.ts';

const SESSION_COOKIE = /^(?:__Secure-)?lexport\.session_token=([^;]+)/;

/** What there is to do once somebody is in: from where is noted, failures are forgotten, and the trail tells of it. */
export async function beginSession(
  { pool }: Pick<Services, 'pool'>,
  origin: Actor['origin'],
  person: Person,
  {
    cookies,
    by,
    secondFactor,
  }: { cookies: readonly string[]; by: SignInMethod; secondFactor?: 'code' | 'backup_code' },
): Promise<void> {
  await clearSignInFailures(pool, person.email);
  await noteSession(pool, tokenIn(cookies), origin, by);
  await auditPerson(pool, origin, person, {
    action: 'session.start',
    details: { ...(by === 'password' ? {} : { by }), ...(secondFactor ? { secondFactor } : {}) },
  });
}

/** The token of the session that these `Set-Cookie` headers begin; what follows its point is the signature. */
export function tokenIn(cookies: readonly string[]): string {
  const values = cookies.flatMap((cookie) => SESSION_COOKIE.exec(cookie)?.[1] ?? []);
  return decodeURIComponent(values.at(-1) ?? '').split('.')[0] ?? '';
}
