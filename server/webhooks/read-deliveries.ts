import type { z } from 'zod';
import type { Delivery, DeliveryDetail, DeliveryPage, deliveryQuerySchema } from '#contract/webhooks.ts';
import { type DeliveryRow, findDeliveryRow, listDeliveryRows } from '#db/queries/deliveries.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { messageId } from '#server/notifications/webhooks/headers-of.ts';
import { cursorsOf, pageAt } from '#server/page-at.ts';
import type { Services } from '#server/services.ts';
import { ownWebhook, requireWebhooks } from './own-webhook.ts';

const SORT = 'deliveries';

/** What went to a webhook, newest first. @throws Problem `not_found` */
export async function listDeliveries(
  { pool }: Pick<Services, 'pool'>,
  actor: Actor,
  webhookId: string,
  { cursor, limit, status }: z.output<typeof deliveryQuerySchema>,
): Promise<DeliveryPage> {
  await requireWebhooks({ pool }, actor, webhookId);
  await ownWebhook(pool, actor, webhookId);
  const at = pageAt(cursor, SORT, 2);
  const page = await listDeliveryRows(pool, { webhookId, status, at, limit });
  return { items: page.rows.map(present), ...cursorsOf(page, SORT), total: page.total };
}

/** One delivery with what was sent, and what each attempt brought. @throws Problem `not_found` */
export async function readDelivery(
  { pool }: Pick<Services, 'pool'>,
  actor: Actor,
  { webhookId, id }: { webhookId: string; id: string },
): Promise<DeliveryDetail> {
  await requireWebhooks({ pool }, actor, webhookId);
  const { url } = await ownWebhook(pool, actor, webhookId);
  const row = await findDeliveryRow(pool, webhookId, id);
  if (!row) throw new Problem('not_found');
  const tries = row.tries.map((one) => ({ ...one, startedAt: new Date(one.startedAt).toISOString() }));
  return { ...present(row), request: { url, body: row.body }, tries };
}

function present({ key: _, eventId, last, createdAt, nextAt, ...row }: DeliveryRow): Delivery {
  const { id, type, status, attempts } = row;
  return {
    id,
    messageId: messageId(eventId),
    type,
    status,
    attempts,
    createdAt: createdAt.toISOString(),
    nextAt: nextAt?.toISOString() ?? null,
    last: last && { ...last, startedAt: new Date(last.startedAt).toISOString() },
  };
}
