import type { Unread } from '#contract/notifications.ts';
import { countUnread, markAllRead, markRead } from '#db/queries/notifications.ts';
import { publishInboxes } from '#db/queries/publish-inboxes.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import { inboxOf } from './inbox-of.ts';

/** Marks one entry of one's inbox as read, or as unread again. @throws Problem `not_found` */
export async function markNotification(
  services: Pick<Services, 'pool'>,
  actor: Actor,
  { id, read }: { id: string; read: boolean },
): Promise<Unread> {
  if (!(await markRead(services.pool, inboxOf(actor), id, read))) throw new Problem('not_found');
  return afterwards(services, actor);
}

/** Marks everything as read that came up to this moment. */
export async function markNotificationsRead(
  services: Pick<Services, 'pool'>,
  actor: Actor,
  until: string,
): Promise<Unread> {
  await markAllRead(services.pool, inboxOf(actor), until);
  return afterwards(services, actor);
}

/** One's other tabs and devices are told. */
async function afterwards({ pool }: Pick<Services, 'pool'>, actor: Actor): Promise<Unread> {
  await publishInboxes(pool, [actor.id]);
  return { unread: await countUnread(pool, inboxOf(actor)) };
}
