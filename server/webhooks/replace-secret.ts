import type { WebhookSecret } from '#contract/webhooks.ts';
import { inTransaction } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { replaceSecret as writeSecret } from '#db/queries/webhooks.ts';
import type { Actor } from '#domain/access.ts';
import { OLD_SECRET_HOURS } from '#domain/deliveries.ts';
import { newSecret, sealSecret } from '#server/notifications/webhooks/secrets.ts';
import type { Services } from '#server/services.ts';
import { ownWebhook, requireWebhooks } from './own-webhook.ts';
import { presentWebhook } from './present-webhook.ts';

/** A new secret, said once. For a day everything is signed with the old one too. @throws Problem `not_found` */
export async function replaceSecret(
  services: Pick<Services, 'pool' | 'config'>,
  actor: Actor,
  id: string,
): Promise<WebhookSecret> {
  await requireWebhooks(services, actor, id);
  const secret = newSecret();
  await inTransaction(services.pool, async (sql) => {
    const { name } = await ownWebhook(sql, actor, id, { lock: true });
    await writeSecret(sql, id, sealSecret(secret, id, services.config.authSecret), OLD_SECRET_HOURS);
    await insertAuditEntries(sql, actor, [
      { action: 'webhook.secret_replaced', subjectType: 'webhook', subjectId: id, details: { name } },
    ]);
  });
  return { ...presentWebhook(await ownWebhook(services.pool, actor, id)), secret };
}
