import { readPerson } from '#db/queries/read-person.ts';
import { readSessionPerson } from '#db/queries/sessions.ts';
import type { Actor } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { beginSession, tokenIn } from './begin-session.ts';
import { type OidcAuth, PROVIDER } from './oidc-auth.ts';
import { auditPerson } from './sign-in-lock.ts';

/** Where the browser goes next, and what it takes along. */
export type Onward = { location: string; cookies: string[] };

/** Why nobody came in: the provider did not do its part, or knows somebody whom we do not. */
type Refusal = 'oidc-failed' | 'oidc-unknown';

const SIGN_IN = '/sign-in';

/** To the provider; `next` is where in our own pages the person wanted to be. */
export async function goToProvider(auth: OidcAuth, next: string): Promise<Onward> {
  const response = await auth.api.signInSocial({
    body: { provider: PROVIDER, callbackURL: next, errorCallbackURL: SIGN_IN, disableRedirect: true },
    headers: new Headers(),
    asResponse: true,
  });
  const { url } = (await response.json().catch(() => ({}))) as { url?: string };
  if (!response.ok || !url) return refused('oidc-failed');
  return { location: url, cookies: response.headers.getSetCookie() };
}

/** Back from the provider. A person who is known is in; anybody else is told why not. */
export async function comeFromProvider(
  { pool }: Pick<Services, 'pool'>,
  auth: OidcAuth,
  { origin, query, headers }: { origin: Actor['origin']; query: Record<string, string>; headers: Headers },
): Promise<Onward> {
  const response = await auth.api.callbackOAuth({
    params: { id: PROVIDER },
    query,
    headers,
    method: 'GET',
    asResponse: true,
  });
  const cookies = response.headers.getSetCookie();
  const token = tokenIn(cookies);
  const userId = token ? await readSessionPerson(pool, token) : null;
  const person = userId ? await readPerson(pool, { id: userId }) : null;
  const location = response.headers.get('location') ?? SIGN_IN;
  if (!person) {
    const unknown = /[?&]error=(signup_disabled|account_not_linked)/.test(location);
    const why = unknown ? 'oidc-unknown' : 'oidc-failed';
    await auditPerson(pool, origin, null, { action: 'session.refused', details: { why } });
    return { ...refused(why), cookies };
  }
  await beginSession({ pool }, origin, person, { cookies, by: 'oidc' });
  return { location, cookies };
}

function refused(why: Refusal): Onward {
  return { location: `${SIGN_IN}?why=${why}`, cookies: [] };
}
