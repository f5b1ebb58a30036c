import type { Delivery, Replayed } from '#contract/webhooks.ts';
import { inTransaction } from '#db/client.ts';
import { replayFailed, replayDelivery as sendAgain } from '#db/queries/deliveries.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { wakeTellers } from '#db/queries/insert-events.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import type { Services } from '#server/services.ts';
import { ownWebhook, requireWebhooks } from './own-webhook.ts';
import { readDelivery } from './read-deliveries.ts';

/**
 * Sends one delivery again, under the same id, whether or not it got through before.
 * @throws Problem `not_found`, `webhook_off`, `delivery_under_way`
 */
export async function replayDelivery(
  services: Pick<Services, 'pool'>,
  actor: Actor,
  { webhookId, id }: { webhookId: string; id: string },
): Promise<Delivery> {
  const before = await readDelivery(services, actor, { webhookId, id });
  await inTransaction(services.pool, async (sql) => {
    const { name, enabled } = await ownWebhook(sql, actor, webhookId, { lock: true });
    if (!enabled && before.type !== 'webhook.test') throw new Problem('webhook_off');
    if (!(await sendAgain(sql, webhookId, id))) throw new Problem('delivery_under_way');
    await insertAuditEntries(sql, actor, [
      {
        action: 'webhook.replayed',
        subjectType: 'webhook',
        subjectId: webhookId,
        details: { name, deliveries: [id], count: 1 },
      },
    ]);
  });
  await wakeTellers(services.pool);
  return readDelivery(services, actor, { webhookId, id });
}

/** Sends everything again that was given up, since a moment or at all. @throws Problem `not_found`, `webhook_off` */
export async function replayFailedDeliveries(
  services: Pick<Services, 'pool'>,
  actor: Actor,
  webhookId: string,
  since: string | null,
): Promise<Replayed> {
  await requireWebhooks(services, actor, webhookId);
  const count = await inTransaction(services.pool, async (sql) => {
    const { name, enabled } = await ownWebhook(sql, actor, webhookId, { lock: true });
    if (!enabled) throw new Problem('webhook_off');
    const replayed = await replayFailed(sql, webhookId, since);
    await insertAuditEntries(sql, actor, [
      {
        action: 'webhook.replayed',
        subjectType: 'webhook',
        subjectId: webhookId,
        details: { name, since, count: replayed },
      },
    ]);
    return replayed;
  });
  await wakeTellers(services.pool);
  return { count };
}
