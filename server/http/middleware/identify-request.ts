import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Door } from '#server/http/door.ts';
import { readLocale } from '#server/http/read-locale.ts';

const HEADER = 'X-Correlation-Id';
const ACCEPTABLE = /^[\w.:-]{1,100}$/;
const MAX_USER_AGENT = 500;

/** Gives every request a number by which it is found again, its sender's own if it has one, and notes where it comes from. */
export function identifyRequest(): MiddlewareHandler<Door> {
  return async (c, next) => {
    const given = c.req.header(HEADER);
    const correlationId = given && ACCEPTABLE.test(given) ? given : randomUUID();
    const userAgent = c.req.header('User-Agent')?.slice(0, MAX_USER_AGENT) ?? null;
    c.set('origin', { ip: c.env.incoming.socket.remoteAddress ?? null, userAgent, correlationId });
    c.set('locale', readLocale(c.req.header('Accept-Language')));
    c.set('session', null);
    await next();
    c.header(HEADER, correlationId);
  };
}
