import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Locale } from '#domain/locale.ts';
import type { SessionReading } from '#server/auth/read-session.ts';

/** What the middlewares found out about a request, for everything behind them. */
export type Door = {
  Bindings: HttpBindings;
  Variables: {
    /** Where the request comes from, as the audit trail keeps it. */
    origin: Actor['origin'];
    locale: Locale;
    session: SessionReading | null;
  };
};

export type DoorContext = Context<Door>;

/**
 * Who may come as far as an endpoint: anybody who is signed in or brings a key; `session`: not with a key; `enrolling`: also who
 * still has to make a second factor, and not with a key; `anybody`: both.
 */
export type Access = 'session' | 'enrolling' | 'anybody';

/** The signed-in person. @throws Problem `not_signed_in`, `session_needed`, `second_factor_needed` */
export function actorOf(c: DoorContext, access?: Access): Actor {
  const session = c.get('session');
  if (!session) throw new Problem('not_signed_in');
  if (session.by === 'key' && (access === 'session' || access === 'enrolling')) throw new Problem('session_needed');
  if (session.mustEnrol && (access === undefined || access === 'session')) throw new Problem('second_factor_needed');
  return session.actor;
}

/** The session this request came with. @throws Problem `not_signed_in` */
export function ownSessionOf(c: DoorContext): SessionReading {
  const session = c.get('session');
  if (!session) throw new Problem('not_signed_in');
  return session;
}

export function setCookies(c: DoorContext, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}
