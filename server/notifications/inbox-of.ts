import type { Inbox } from '#db/queries/notifications.ts';
import { type Actor, readScope } from '#domain/access.ts';

/** One's own inbox, as far as one may still see what it tells of. */
export function inboxOf(actor: Actor): Inbox {
  return { userId: actor.id, scope: readScope(actor), clearance: actor.clearance };
}
