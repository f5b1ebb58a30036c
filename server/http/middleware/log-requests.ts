import type { MiddlewareHandler } from 'hono';
import type { Door } from '#server/http/door.ts';
import { jobInPath } from '#server/http/job-in-path.ts';
import type { Log } from '#server/log.ts';

/** A line for every call of the API, for whoever looks for something: at level debug. What was sent stays out of it. */
export function logRequests(log: Log): MiddlewareHandler<Door> {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const { method, path } = c.req;
    const { correlationId } = c.get('origin');
    const ms = Math.round(performance.now() - began);
    log('A call was answered', { method, path, status: c.res.status, ms, correlationId, ...jobInPath(path) }, 'debug');
  };
}
