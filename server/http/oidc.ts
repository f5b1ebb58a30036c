import type { OidcAuth } from '#server/auth/oidc-auth.ts';
import { comeFromProvider, goToProvider, type Onward } from '#server/auth/sign-in-elsewhere.ts';
import type { Services } from '#server/services.ts';
import { type DoorContext, setCookies } from './door.ts';
import type { Api } from './endpoint.ts';

const HERE = 'http://here.invalid';

/** Signing in with an organisation's own provider: there and back. Neither is there when nothing is configured. */
export function addOidc(api: Api, services: Services, auth: OidcAuth | null): void {
  if (!auth) return;
  api.get('/api/auth/sign-in/oidc', async (c) => goOn(c, await goToProvider(auth, ownPath(c.req.query('next')))));
  api.get('/api/auth/callback/oidc', async (c) =>
    goOn(
      c,
      await comeFromProvider(services, auth, {
        origin: c.get('origin'),
        query: c.req.query(),
        headers: c.req.raw.headers,
      }),
    ),
  );
}

function goOn(c: DoorContext, { location, cookies }: Onward): Response {
  setCookies(c, cookies);
  return c.redirect(location, 302);
}

/** `next` when it is a path of this very site, else the overview. */
function ownPath(next: string | undefined): string {
  if (!next?.startsWith('/') || next.startsWith('//')) return '/';
  const url = URL.parse(next, HERE);
  return url?.origin === HERE ? `${url.pathname}${url.search}` : '/';
}
