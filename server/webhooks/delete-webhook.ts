import { inTransaction } from '#db/client.ts';
import { giveUpDeliveries } from '#db/queries/finish-delivery.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { markWebhookDeleted } from '#db/queries/webhooks.ts';
import type { Actor } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { ownWebhook, requireWebhooks } from './own-webhook.ts';

/** Nothing is sent any more. @throws Problem `not_found` */
export async function deleteWebhook(
  services: Pick<Services, 'pool'>,
  actor: Actor,
  id: string,
): Promise<{ id: string }> {
  await requireWebhooks(services, actor, id);
  await inTransaction(services.pool, async (sql) => {
    const { name, url } = await ownWebhook(sql, actor, id, { lock: true });
    await markWebhookDeleted(sql, id);
    await giveUpDeliveries(sql, id);
    await insertAuditEntries(sql, actor, [
      { action: 'webhook.deleted', subjectType: 'webhook', subjectId: id, details: { name, host: new URL(url).host } },
    ]);
  });
  return { id };
}
