import type { MiddlewareHandler } from 'hono';
import type { Auth } from '#server/auth/auth.ts';
import { bringsKey, readKey } from '#server/auth/read-key.ts';
import { readSession } from '#server/auth/read-session.ts';
import type { Door } from '#server/http/door.ts';
import type { Services } from '#server/services.ts';

/**
 * Reads who is asking: by the key a program brings, and then no cookie counts, or by the cookie of a browser, whose session slides
 * on. Whether somebody must be signed in is the endpoint's business; a key that is no good is refused whatever is asked.
 */
export function session(services: Pick<Services, 'pool' | 'config'>, auth: Auth): MiddlewareHandler<Door> {
  const { config } = services;
  return async (c, next) => {
    const authorization = c.req.header('Authorization');
    if (bringsKey(authorization)) {
      c.set('session', await readKey(services, auth, authorization, c.get('origin')));
      return next();
    }
    const found = await readSession({ auth, config }, c.req.raw.headers, c.get('origin'));
    c.set('session', found);
    await next();
    for (const cookie of found?.cookies ?? []) {
      // Signing out has already said what becomes of the cookie.
      if (!c.res.headers.has('Set-Cookie')) c.header('Set-Cookie', cookie, { append: true });
    }
  };
}
