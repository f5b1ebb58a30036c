import type { MiddlewareHandler } from 'hono';
import type { Auth } from '#server/auth/auth.ts';
import { readSession } from '#server/auth/read-session.ts';
import type { Door } from '#server/http/door.ts';

/** Reads who is asking, and lets the session slide on. Whether somebody must be signed in is the endpoint's business. */
export function session(auth: Auth): MiddlewareHandler<Door> {
  return async (c, next) => {
    const found = await readSession(auth, c.req.raw.headers, c.get('origin'));
    c.set('session', found);
    await next();
    for (const cookie of found?.cookies ?? []) {
      // Signing out has already said what becomes of the cookie.
      if (!c.res.headers.has('Set-Cookie')) c.header('Set-Cookie', cookie, { append: true });
    }
  };
}
