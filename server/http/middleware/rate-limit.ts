import type { MiddlewareHandler } from 'hono';
import { Problem } from '#domain/errors.ts';
import { bringsKey } from '#server/auth/read-key.ts';
import type { Config } from '#server/config.ts';
import type { Door, DoorContext } from '#server/http/door.ts';

const WINDOW_MS = 60_000;
const SWEEP_AT = 10_000;

type Window = { startedAt: number; calls: number };

/** Wrong keys of one address in a minute, before the next one is not even looked up. */
const MOST_WRONG_KEYS = 30;

/** Refuses an address that tries one key after another: what `next` refuses as a key counts, what is good does not. */
export function limitWrongKeys(): MiddlewareHandler<Door> {
  const windows = new Map<string, Window>();
  return async (c, next) => {
    if (!bringsKey(c.req.header('Authorization'))) return next();
    const now = Date.now();
    if (windows.size > SWEEP_AT) forgetOld(windows, now);
    const key = c.get('origin').ip ?? 'unknown';
    const known = windows.get(key);
    const window = known && known.startedAt + WINDOW_MS > now ? known : { startedAt: now, calls: 0 };
    if (window.calls >= MOST_WRONG_KEYS) {
      throw new Problem('too_many_requests', { seconds: Math.ceil((window.startedAt + WINDOW_MS - now) / 1000) });
    }
    await next();
    if (c.res.status !== 401) return;
    window.calls++;
    windows.set(key, window);
  };
}

/**
 * So many calls a minute per person, or per address before anybody is signed in. Counted in this process alone: with n web
 * processes a person may make up to n times as many. Calls with a key are counted by key, in the database (read-key.ts).
 */
export function rateLimit({ limits }: Pick<Config, 'limits'>): MiddlewareHandler<Door> {
  const windows = new Map<string, Window>();
  return async (c, next) => {
    if (c.get('session')?.by === 'key') return next();
    const now = Date.now();
    if (windows.size > SWEEP_AT) forgetOld(windows, now);
    const key = callerOf(c);
    const known = windows.get(key);
    const window = known && known.startedAt + WINDOW_MS > now ? known : { startedAt: now, calls: 0 };
    window.calls++;
    windows.set(key, window);
    if (window.calls > limits.requestsPerMinute) {
      throw new Problem('too_many_requests', { seconds: Math.ceil((window.startedAt + WINDOW_MS - now) / 1000) });
    }
    await next();
  };
}

function callerOf(c: DoorContext): string {
  return c.get('session')?.actor.id ?? c.get('origin').ip ?? 'unknown';
}

function forgetOld(windows: Map<string, Window>, now: number): void {
  for (const [key, { startedAt }] of windows) if (startedAt + WINDOW_MS <= now) windows.delete(key);
}
