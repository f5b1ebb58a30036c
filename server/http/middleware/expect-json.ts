import type { MiddlewareHandler } from 'hono';
import { Problem } from '#domain/errors.ts';
import type { Door } from '#server/http/door.ts';

const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/i;

/** Refuses a body that does not say it is JSON: without that it would go past the checks of its shape. */
export function expectJson(except: string): MiddlewareHandler<Door> {
  return async (c, next) => {
    const { 'content-length': length, 'transfer-encoding': chunked } = c.env.incoming.headers;
    const hasBody = chunked !== undefined || (length !== undefined && length !== '0');
    if (hasBody && c.req.path !== except && !JSON_TYPE.test(c.req.header('Content-Type') ?? '')) {
      throw new Problem('invalid_request', {}, [
        { path: 'Content-Type', code: 'invalid_value', message: 'application/json' },
      ]);
    }
    await next();
  };
}
