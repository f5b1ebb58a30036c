import type { MiddlewareHandler } from 'hono';
import { Problem } from '#domain/errors.ts';
import { bringsKey } from '#server/auth/read-key.ts';
import type { Config } from '#server/config.ts';
import type { Door } from '#server/http/door.ts';
import { isOwnOrigin } from '#server/http/is-own-origin.ts';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses changes that another website asks a browser to make. A request without `Origin` is not from a browser; one with a key is
 * not carried by cookies, and no website can make a browser send it unasked.
 */
export function sameOrigin({ publicUrl }: Pick<Config, 'publicUrl'>): MiddlewareHandler<Door> {
  return async (c, next) => {
    const origin = c.req.header('Origin');
    const foreign =
      c.req.header('Sec-Fetch-Site') === 'cross-site' ||
      (origin !== undefined && !isOwnOrigin(origin, c.req.header('Host'), publicUrl));
    if (foreign && !SAFE.includes(c.req.method) && !bringsKey(c.req.header('Authorization'))) {
      throw new Problem('wrong_origin');
    }
    await next();
  };
}
