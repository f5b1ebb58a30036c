import type { NewWebhook, WebhookSecret } from '#contract/webhooks.ts';
import { inTransaction } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/insert-audit-entries.ts';
import { insertWebhook } from '#db/queries/webhooks.ts';
import { uuidV7 } from '#db/uuid-v7.ts';
import type { Actor } from '#domain/access.ts';
import { Problem } from '#domain/errors.ts';
import { newSecret, sealSecret } from '#server/notifications/webhooks/secrets.ts';
import type { Services } from '#server/services.ts';
import { ownWebhook, requireWebhooks } from './own-webhook.ts';
import { presentWebhook } from './present-webhook.ts';
import { refuseAddress } from './refuse-address.ts';

/**
 * Has events of one's organisation sent to an address. The secret is in this answer and in no other.
 * @throws Problem `webhook_address_refused`, `too_many_webhooks`
 */
export async function createWebhook(
  services: Pick<Services, 'pool' | 'config'>,
  actor: Actor,
  { name, url, events }: NewWebhook,
): Promise<WebhookSecret> {
  await requireWebhooks(services, actor);
  const { config, pool } = services;
  refuseAddress(config, url);
  const id = uuidV7();
  const secret = newSecret();
  await inTransaction(pool, async (sql) => {
    const sealed = sealSecret(secret, id, config.authSecret);
    const row = { id, organisationId: actor.organisationId, name, url, events, secret: sealed, createdBy: actor.id };
    const limit = config.limits.maxWebhooks;
    if (!(await insertWebhook(sql, row, limit))) throw new Problem('too_many_webhooks', { limit });
    await insertAuditEntries(sql, actor, [
      {
        action: 'webhook.created',
        subjectType: 'webhook',
        subjectId: id,
        details: { name, host: new URL(url).host, events },
      },
    ]);
  });
  return { ...presentWebhook(await ownWebhook(pool, actor, id)), secret };
}
