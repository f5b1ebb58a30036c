import type { DeliveryDetail } from '#contract/webhooks.ts';
import { inTransaction } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertDeliveries } from '#db/queries/insert-deliveries.ts';
import { insertWebhookEvent, wakeTellers } from '#db/queries/insert-events.ts';
import type { Actor } from '#domain/access.ts';
import { TEST_EVENT } from '#domain/events.ts';
import { bodyOf } from '#server/notifications/body-of.ts';
import type { Services } from '#server/services.ts';
import { ownWebhook, requireWebhooks } from './own-webhook.ts';
import { readDelivery } from './read-deliveries.ts';

/** Sends a test event, once, also when the webhook is off. The answer is the delivery as it sets out. @throws Problem `not_found` */
export async function testWebhook(
  services: Pick<Services, 'pool' | 'config'>,
  actor: Actor,
  id: string,
): Promise<DeliveryDetail> {
  await requireWebhooks(services, actor, id);
  const { pool, config } = services;
  const { organisationId } = actor;
  const deliveryId = await inTransaction(pool, async (sql) => {
    const { name, url } = await ownWebhook(sql, actor, id);
    const webhook = { id, name, host: new URL(url).host };
    const event = await insertWebhookEvent(sql, { organisationId, type: TEST_EVENT, webhook });
    const { rows } = await sql.query<{ name: string }>('SELECT name FROM organisations WHERE id = $1', [
      organisationId,
    ]);
    const organisation = { id: organisationId, name: rows[0]?.name ?? '' };
    const body = bodyOf({ ...event, type: TEST_EVENT, organisation }, config.publicUrl);
    const [made] = await insertDeliveries(sql, [{ eventId: event.id, organisationId, webhookId: id, body }]);
    await insertAuditEntries(sql, actor, [
      { action: 'webhook.tested', subjectType: 'webhook', subjectId: id, details: { name } },
    ]);
    return made as string;
  });
  await wakeTellers(pool);
  return readDelivery(services, actor, { webhookId: id, id: deliveryId });
}
