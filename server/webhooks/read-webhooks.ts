import type { Webhook, WebhookList } from '#contract/webhooks.ts';
import { listWebhookRows } from '#db/queries/webhooks.ts';
import type { Actor } from '#domain/access.ts';
import type { Services } from '#server/services.ts';
import { ownWebhook, requireWebhooks } from './own-webhook.ts';
import { presentWebhook } from './present-webhook.ts';

/** The webhooks of one's organisation; there are few. */
export async function listWebhooks(services: Pick<Services, 'pool' | 'config'>, actor: Actor): Promise<WebhookList> {
  await requireWebhooks(services, actor);
  const rows = await listWebhookRows(services.pool, actor.organisationId);
  return { items: rows.map(presentWebhook), limit: services.config.limits.maxWebhooks };
}

/** @throws Problem `not_found` */
export async function readWebhook(services: Pick<Services, 'pool'>, actor: Actor, id: string): Promise<Webhook> {
  await requireWebhooks(services, actor, id);
  return presentWebhook(await ownWebhook(services.pool, actor, id));
}
