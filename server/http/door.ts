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

/** The signed-in person. @throws Problem `not_signed_in` */
export function actorOf(c: DoorContext): Actor {
  const session = c.get('session');
  if (!session) throw new Problem('not_signed_in');
  return session.actor;
}
