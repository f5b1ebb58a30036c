import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from '#domain/errors.ts';
import type { Config } from '#server/config.ts';
import type { Door } from '#server/http/door.ts';

const KB = 1024;

/** Refuses bodies over the limit of ordinary calls; uploads have a limit of their own. */
export function limitBody({ limits }: Pick<Config, 'limits'>, except: string): MiddlewareHandler<Door> {
  const limited = bodyLimit({
    maxSize: limits.maxRequestBytes,
    onError: () => {
      throw new Problem('upload_too_large', { limit: `${Math.floor(limits.maxRequestBytes / KB)} kB` });
    },
  });
  return (c, next) => (c.req.path === except || !hasBody(c) ? next() : limited(c, next));
}

/** A request that says nothing of a body has none; hono would wrap it anew all the same, and fail at that for a DELETE. */
function hasBody(c: Context<Door>): boolean {
  const { 'content-length': length, 'transfer-encoding': chunked } = c.env.incoming.headers;
  return length !== undefined || chunked !== undefined;
}
