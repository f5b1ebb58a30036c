import type { z } from 'zod';
import type { Notification, NotificationPage, notificationQuerySchema } from '#contract/notifications.ts';
import { listNotifications as findNotifications } from '#db/queries/notifications.ts';
import type { Actor } from '#domain/access.ts';
import { pageOfEvent } from '#domain/event-page.ts';
import { cursorsOf, pageAt } from '#server/page-at.ts';
import type { Services } from '#server/services.ts';
import { inboxOf } from './inbox-of.ts';

const SORT = 'notifications';

/** One page of one's own inbox, newest first. */
export async function listNotifications(
  { pool }: Pick<Services, 'pool'>,
  actor: Actor,
  { cursor, limit, ...filter }: z.output<typeof notificationQuerySchema>,
): Promise<NotificationPage> {
  const at = pageAt(cursor, SORT, 2);
  const page = await findNotifications(pool, { inbox: inboxOf(actor), ...filter, at, limit });
  const items = page.rows.map(
    ({ key: _, ...row }): Notification => ({
      ...row,
      data: row.data as Notification['data'],
      page: pageOfEvent(row.data),
    }),
  );
  return { items, ...cursorsOf(page, SORT), total: page.total, unread: page.unread };
}
