import type { MiddlewareHandler } from 'hono';
import type { Config } from '#server/config.ts';
import type { Door } from '#server/http/door.ts';
import { commonHeaders } from '#server/http/page-headers.ts';

/** Headers for every answer of the API: data is not a page, and no other site may frame, embed or guess at it. */
export function secureHeaders(config: Pick<Config, 'publicUrl'>): MiddlewareHandler<Door> {
  const common = commonHeaders(config);
  return async (c, next) => {
    await next();
    for (const [name, value] of common) c.header(name, value);
    if (!c.res.headers.has('Content-Security-Policy')) {
      c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    }
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  };
}
